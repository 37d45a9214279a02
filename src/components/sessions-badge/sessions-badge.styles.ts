import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .count {
    min-inline-size: 20px;
    padding-inline: 4px;
    border: 1px solid transparent;
    border-radius: 10px;
    background: var(--_accent-quiet);
    color: var(--_accent);
    font-size: var(--_size-small);
    font-weight: 600;
    line-height: 1.6667;
    text-align: center;
  }

  .dot {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_danger);
    forced-color-adjust: none;
  }
`;
