import { css } from 'lit';

export const styles = css`
  :host {
    --_row: 22px;
    --_rows: var(--my-sessions-caption-lines, 5);
    position: relative;
    padding: 4px 12px 8px !important;
    padding-inline-start: 15px !important;
    border-block-end: 1px solid var(--_line) !important;
  }

  :host([large]) {
    --_row: 32px;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
  }

  .empty {
    padding: 4px 0;
  }

  .note {
    flex: 1;
    min-inline-size: 0;
  }

  .note:empty::before {
    content: attr(data-title);
    font-weight: 600;
  }

  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
  }

  /* Of one size whatever is said: nothing below may move. The newest line stands at the bottom. */
  .lines {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    block-size: calc(var(--_rows) * var(--_row));
    overflow: clip;
    line-height: var(--_row);
  }

  :host([large]) .lines {
    font-size: calc(var(--_size) * 1.6);
  }

  /* Who speaks stands where lines of the page begin. */
  .line {
    flex: none;
    unicode-bidi: isolate;
  }

  .speaker {
    font-weight: 600;
  }

  .interim .said {
    color: var(--_text-quiet);
    font-style: italic;
  }
`;
