import { css } from 'lit';

/** A question in the middle of the page. */
export const dialogStyles = css`
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
