import { css } from 'lit';

/** The button that leads back to the end of a list that goes on while one reads further up. */
export const toEndStyles = css`
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
