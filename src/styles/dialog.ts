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
`;
