import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
  }

  .parts {
    display: grid;
    gap: 8px;
  }

  .part-heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 28px;
  }

  h4 {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 600;
  }

  .text {
    display: block;
    white-space: pre-wrap;
  }

  .machine {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding-block-start: 8px;
  }

  .skeleton {
    display: grid;
    gap: 8px;
    padding-block: 8px;
  }

  .skeleton span {
    block-size: 12px;
    border-radius: var(--_radius);
    background: var(--_line);
  }

  .skeleton span:nth-child(odd) {
    inline-size: 70%;
  }

  .copied svg {
    color: var(--_success);
  }

  /* With a pointer that hovers, the buttons of the parts stay out of the way until they are wanted. */
  @media (hover: hover) {
    .part:not(:hover, :focus-within) .copy:not(.copied) {
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid GrayText;
    }
  }
`;
