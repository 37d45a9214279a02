import { css } from 'lit';
import { controls } from './controls.js';
import { tokens } from './tokens.js';

/**
 * What a page may have set for everything in it, and what would break layouts here. Only what no host sets on purpose is
 * insisted on (colour and size have tokens): in a shadow root an important rule wins over those of the page.
 */
const untouched = css`
  :host {
    box-sizing: border-box !important;
    caret-color: auto !important;
    color: var(--_text) !important;
    font-size: var(--_size) !important;
    font-variant-caps: normal !important;
    hyphens: manual !important;
    letter-spacing: normal !important;
    line-break: auto !important;
    line-height: 20px !important;
    overflow-wrap: anywhere !important;
    text-align: start !important;
    text-align-last: auto !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    word-spacing: normal !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-user-select: text !important;
    user-select: text !important;
  }
`;

/** What an element without controls starts from: tokens, text, focus, and how to hide. */
export const ground = [
  tokens,
  untouched,
  css`
    /* Positioned, so that what is hidden from sight in an element scrolls with it and never makes the page longer. */
    :host {
      position: relative;
      display: block;
      min-inline-size: 0;
      cursor: auto;
    }

    :host([hidden]) {
      display: none !important;
    }

    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    h2,
    h3,
    p,
    ul,
    dl,
    dd {
      margin: 0;
      padding: 0;
      font: inherit;
    }

    ul {
      list-style: none;
    }

    button,
    select,
    input {
      font: inherit;
      color: inherit;
    }

    button,
    select,
    .field {
      min-block-size: 28px;
      padding: 3px 8px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
    }

    button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 4px;
      cursor: pointer;
    }

    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 1px;
    }

    svg {
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .quiet {
      color: var(--_text-quiet);
      font-size: var(--_size-small);
      line-height: 16px;
    }

    .figures {
      font-variant-numeric: tabular-nums;
    }

    .empty {
      padding: var(--_empty, 8px 12px);
      color: var(--_text-quiet);
    }

    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation: none !important;
        transition: none !important;
        scroll-behavior: auto !important;
      }
    }
  `,
];

/** What every other element starts from. */
export const base = [ground, controls];
