import { css } from 'lit';

/** A list that goes on while one reads further up, and the button that leads back to its end. */
export const toEndStyles = css`
  /* Outside of it the focus ring would be cut off. */
  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .end {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 50%;
    transform: translateX(-50%);
    border-color: var(--_accent);
    border-radius: 14px;
    color: var(--_accent);
    box-shadow: 0 2px 8px rgb(0 0 0 / 16%);
  }

  .end:dir(rtl) {
    transform: translateX(50%);
  }
`;
