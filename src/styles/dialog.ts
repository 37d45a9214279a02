import { css } from 'lit';

/**
 * What stands in the middle of the page over all else, and the button of an image that opens it. By `data-begin` (`openDialog`) a question
 * begins at the button that undoes nothing, and what is read or chosen from at its heading: browsers choose differently.
 */
export const dialogStyles = css`
  .open {
    display: grid;
    place-content: center;
    inline-size: 32px;
    block-size: 28px;
    padding: 0;
  }

  dialog {
    max-inline-size: min(90vi, 400px);
    padding: 16px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }

  dialog form {
    display: grid;
    gap: 12px;
  }

  /* Where reading begins, and nothing to press. */
  dialog h2:focus-visible {
    outline: none;
  }

  dialog blockquote {
    max-block-size: 120px;
    margin: 0;
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_line-strong);
    overflow-y: auto;
    white-space: pre-wrap;
  }

  dialog .choices {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;
