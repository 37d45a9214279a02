import { css } from 'lit';
import { receivedFilesStyles } from '../../views/received-files.styles.js';
import { richText } from '../../rich-text/rich-text.styles.js';

const own = css`
  :host {
    container-type: inline-size;
    block-size: var(--my-sessions-companion-height, auto);
  }

  /* Where the height is given, the mail scrolls and its answer stays below it. */
  .mail {
    display: grid;
    grid-template: minmax(160px, 1fr) / minmax(0, 1fr);
    grid-auto-rows: auto;
    block-size: 100%;
    overflow-y: auto;
  }

  .letter {
    grid-auto-rows: max-content;
    align-content: start;
    overflow-y: auto;
  }

  .from {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
  }

  .warning,
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_surface-quiet);
  }

  .warning span,
  .note span {
    flex: 1 1 160px;
  }

  .warning svg,
  .note svg {
    color: var(--_warning);
  }

  :is([data-act^='reply'], .answers-to):dir(rtl) > svg {
    scale: -1 1;
  }

  .answers-to ul,
  .answers-to li {
    display: inline;
  }

  .answers-to li + li::before {
    content: ' · ';
  }

  .view {
    margin-block: -4px;
  }

  .view [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
    color: var(--_accent);
  }

  .letter > .note {
    margin-block-end: -4px;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 4px;
    cursor: pointer;
  }

  dl {
    display: grid;
    grid-template-columns: fit-content(30%) minmax(0, 1fr);
    gap: 4px 12px;
  }

  dt {
    color: var(--_text-quiet);
  }

  .sheet {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: #ffffff;
    overflow: hidden;
  }

  iframe {
    display: block;
    inline-size: 100%;
    min-block-size: 64px;
    max-block-size: var(--my-sessions-mail-height, 480px);
    border: 0;
    color-scheme: light;
  }

  /* What the mail would move is shown when it is there, and soon without it. */
  .letter > :is([role='status'], .sheet:has(> iframe:not([height]))) ~ * {
    animation: 3s step-end wait !important;
  }

  @keyframes wait {
    from {
      visibility: hidden;
    }
  }

  iframe:is(:focus-visible, [data-focused]) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .text {
    max-block-size: var(--my-sessions-mail-height, 480px);
    overflow-y: auto;
    white-space: pre-wrap;
  }

  .files > p {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  a {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 2px;
    color: var(--_accent);
  }

  .answers {
    display: grid;
    gap: 8px;
  }

  .answer {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_accent-quiet);
  }

  .answer > p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }

  .undelivered {
    display: inline-flex;
    align-items: center;
    color: var(--_danger);
    font-weight: 600;
  }

  .undelivered svg {
    margin-inline-end: 4px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 28px;
  }

  /* Within reach however long the mail is, where there is room for them. */
  @container (min-width: 440px) {
    div.within-reach {
      position: sticky;
      inset-block-end: -12px;
      padding-block: 8px 12px;
      margin-block: -8px -12px;
      background: var(--_surface);
    }
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  .unsent {
    display: grid;
    gap: 8px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }

  .unsent > button {
    justify-self: start;
  }

  .reply {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    padding: 4px 12px;
    border-block-start: 1px solid var(--_line);
    --_field: 36px;
  }

  .reply > :last-child {
    grid-column: 1 / -1;
  }

  .recipients :is(ul, li) {
    display: inline;
  }

  /* One in one line; several are all to be seen before they get an answer. */
  .recipients:not(:has(li + li)),
  .recipients:not(:has(li + li)) :is(ul, li) {
    display: flex;
    align-items: baseline;
    gap: 4px;
    min-inline-size: 0;
    white-space: nowrap;
  }

  /* Its address before its name. */
  .recipients:not(:has(li + li)) bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .recipients:not(:has(li + li)) li > :first-child {
    flex: none;
    max-inline-size: 100%;
  }

  .recipients li + li::before {
    content: ' · ';
  }

  /* Whoever answers in a low place reads the mail there. */
  @container (max-height: 300px) {
    .reply {
      padding-block: 2px;
    }
  }

  textarea {
    inline-size: 100%;
    min-block-size: 96px;
    font: inherit;
    resize: vertical;
  }
`;

export const styles = [richText, receivedFilesStyles, own];
