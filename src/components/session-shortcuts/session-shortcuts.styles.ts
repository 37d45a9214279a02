import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .keys {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 16px;
    margin: 0;
  }

  .keys > * {
    margin: 0;
  }

  dd {
    text-align: end;
  }

  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding-inline: 4px;
    border: 1px solid var(--_line-strong);
    border-radius: 4px;
    background: var(--_surface-quiet);
    font: inherit;
    font-size: var(--_size-small);
    text-align: center;
  }
`;
