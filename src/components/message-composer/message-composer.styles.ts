import { css } from 'lit';
import { attachedFilesStyles } from './attached-files.styles.js';
import { lowPlace } from './low-place.styles.js';
import { quickReplyStyles } from './quick-reply-list.styles.js';
import { richText } from '../../rich-text/rich-text.styles.js';

export const styles = [
  richText,
  css`
    .composer {
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .composer:focus-within {
      border-color: var(--_accent);
    }

    /* Files that are let go now land here. */
    .composer.over {
      outline: 2px dashed var(--_accent);
    }

    .disabled {
      border-style: dashed;
      background: var(--_surface-quiet);
    }

    .toolbar {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: 2px 4px;
      border-block-end: 1px solid var(--_line);
    }

    .toolbar button {
      min-inline-size: 28px;
      padding: 0;
    }

    .toolbar button[aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_accent-quiet);
      color: var(--_accent);
    }

    .link {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
      padding: 4px;
      border-block-end: 1px solid var(--_line);
    }

    .link input {
      flex: 1 1 140px;
      min-inline-size: 0;
    }

    .problem {
      inline-size: 100%;
      color: var(--_danger);
    }

    .field-place {
      position: relative;
    }

    .loading,
    .surface {
      min-block-size: var(--_field, 52px);
      padding: 6px 8px;
    }

    /* Below the bar of formatting that is to come. */
    .formatted > .field-place:has(> .loading) {
      margin-block-start: 33px;
    }

    .surface {
      overflow-y: auto;
      max-block-size: var(--my-sessions-composer-height, 160px);
      outline: none;
      white-space: pre-wrap;
      word-wrap: break-word;
      unicode-bidi: plaintext;
      font-variant-ligatures: none;
      font-feature-settings: 'liga' 0;
    }

    .surface > * {
      unicode-bidi: plaintext;
    }

    .surface:focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: -2px;
    }

    textarea {
      display: block;
      inline-size: 100%;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      resize: vertical;
    }

    .field-place > p {
      padding: 6px 8px;
    }

    .empty::before {
      content: attr(data-placeholder);
      float: inline-start;
      block-size: 0;
      color: var(--_text-quiet);
      pointer-events: none;
    }

    .ProseMirror-separator,
    .ProseMirror-trailingBreak {
      margin: 0;
    }

    .ProseMirror-hideselection *::selection {
      background: transparent;
    }

    .foot {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding: 4px;
      padding-inline-start: 8px;
    }

    .foot .count {
      flex: 1;
      min-inline-size: 0;
    }

    .send {
      overflow-wrap: break-word;
    }

    .count {
      display: flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }

    .other {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 8px;
      padding: 4px 8px;
      border-block-end: 1px solid var(--_line);
    }

    .other p {
      unicode-bidi: isolate;
      flex: 1 1 160px;
      margin: 0;
      max-block-size: 60px;
      overflow-y: auto;
      overflow-wrap: anywhere;
    }

    .over {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      color: var(--_danger);
      font-weight: 600;
    }

    .over svg {
      inline-size: 12px;
      block-size: 12px;
    }
  `,
  attachedFilesStyles,
  quickReplyStyles,
  lowPlace,
];
