import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 8px;
  }

  .item {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: 28px;
    padding-block: 4px;
  }

  li + li {
    border-block-start: 1px solid var(--_line);
  }

  a.item {
    inline-size: fit-content;
    color: var(--_accent);
  }

  a.item svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .item > bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  span.item > bdi {
    color: var(--_text-quiet);
  }

  .unsafe {
    color: var(--_danger);
  }

  .offer {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }
`;
