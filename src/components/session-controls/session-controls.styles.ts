import { css } from 'lit';

export const styles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  .controls:focus-visible {
    outline-offset: 2px;
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  .notice {
    margin-block-start: 8px;
  }

  .hint {
    margin-block-start: 4px;
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

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
`;
