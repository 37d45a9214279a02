import { css } from 'lit';
import { lowPlace } from './low-place.styles.js';
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
    .over {
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

    .attached {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
      gap: 4px;
      max-block-size: 160px;
      overflow-y: auto;
      padding: 4px 8px;
    }

    .attached li {
      display: flex;
      align-items: center;
      gap: 8px;
      min-inline-size: 0;
      padding: 4px;
      padding-inline-start: 8px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    .attached .troubled {
      border-inline-start: 3px solid var(--_danger);
    }

    .attached button,
    .attach {
      flex: none;
      min-inline-size: 28px;
      padding: 0;
    }

    .sight {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 40px;
      block-size: 40px;
      overflow: hidden;
      border-radius: 2px;
      color: var(--_text-quiet);
    }

    .sight canvas {
      inline-size: 40px;
      block-size: 40px;
      object-fit: cover;
    }

    .sight canvas:not([hidden]) + svg {
      display: none;
    }

    .file {
      display: grid;
      flex: 1;
      justify-items: start;
      min-inline-size: 0;
    }

    .file-name {
      overflow-wrap: anywhere;
    }

    .file progress {
      inline-size: 100%;
      block-size: 4px;
      accent-color: var(--_accent);
    }

    .trouble {
      color: var(--_danger);
    }

    .trouble svg {
      inline-size: 12px;
      block-size: 12px;
      margin-inline-end: 4px;
    }

    .left-out {
      padding: 4px 8px;
      border-inline-start: 3px solid var(--_warning);
      background: var(--_surface-quiet);
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

    .replies {
      position: absolute;
      z-index: 1;
      inset-inline: 4px;
      inset-block-end: 100%;
      max-block-size: 200px;
      overflow-y: auto;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: 0 4px 12px rgb(0 0 0 / 16%);
    }

    .replies li {
      display: grid;
      padding: 4px 8px;
      cursor: pointer;
    }

    .replies li .quiet {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .replies li[aria-selected='true'] {
      background: var(--_accent-quiet);
      box-shadow: inset 3px 0 var(--_accent);
    }

    .replies li:hover {
      background: var(--_surface-quiet);
    }

    @media (forced-colors: active) {
      .replies li[aria-selected='true'] {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }

      .replies li[aria-selected='true'] .quiet {
        color: HighlightText;
      }
    }
  `,
  lowPlace,
];
