import { css } from 'lit';

export const styles = css`
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    padding-inline: 8px;
    border: 1px solid transparent;
    border-radius: 14px;
    background: var(--_accent-quiet);
    color: var(--_accent);
    white-space: nowrap;
  }

  .total {
    font-weight: 600;
  }

  .full {
    border-color: var(--_danger);
    background: var(--_danger-quiet);
    color: var(--_danger);
  }

  .idle {
    background: var(--_surface-quiet);
    color: var(--_text-quiet);
  }

  /* In one line: what is full has a border, and its figures say it. */
  @container (max-width: 340px) {
    .pill {
      gap: 2px;
      padding-inline: 3px;
      font-size: var(--_size-small);
    }

    .total .name,
    .mark {
      display: none;
    }
  }

  .mark {
    font-size: var(--_size-small);
  }

  /* In a header the words of several would lie over the presence: their borders and figures say it, too. */
  @container (max-width: 2000px) {
    .pills:has(.full ~ .full) .mark {
      display: none;
    }
  }

  .why {
    margin-block-start: 4px;
  }

  :host([compact]) :is(.pill:not(.total), .why, .name) {
    display: none;
  }

  :host([compact]) {
    display: inline-block;
  }
`;
