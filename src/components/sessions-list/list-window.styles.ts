import { css } from 'lit';

/** Room for the rows that are not in the document: `--_before` and `--_after` are how many they are, `--_row` how high one is. */
export const styles = css`
  .part::before,
  .part::after {
    content: '';
    display: block;
    flex: none;
    block-size: calc(var(--_row) * var(--_before));
  }

  .part::after {
    block-size: calc(var(--_row) * var(--_after));
  }

  /* In the document for the keys, far from what is in sight: in its place, beside the others. */
  .part > .apart {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--_row) * var(--_at));
  }

  :host([mode='bar']) section:not(.history) .part::before {
    block-size: auto;
    inline-size: calc(var(--_row) * var(--_before));
  }

  :host([mode='bar']) section:not(.history) .part::after {
    block-size: auto;
    inline-size: calc(var(--_row) * var(--_after));
  }

  :host([mode='bar']) section:not(.history) .part > .apart {
    inset-block-start: 0;
    inset-inline: calc(var(--_row) * var(--_at)) auto;
  }
`;
