import { css } from 'lit';
import { tokens } from './tokens.js';

/** What every element starts from: tokens, text, controls, focus, and how to hide. */
export const base = [
  tokens,
  css`
    /* Positioned, so that what is hidden from sight in an element scrolls with it and never makes the page longer. */
    :host {
      position: relative;
      display: block;
      box-sizing: border-box;
      min-inline-size: 0;
      color: var(--_text);
      font-size: var(--_size);
      line-height: 20px;
      overflow-wrap: anywhere;
    }

    :host([hidden]) {
      display: none;
    }

    *,
    ::before,
    ::after {
      box-sizing: inherit;
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

    button:hover:enabled {
      background: var(--_surface-quiet);
    }

    button.primary {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }

    button.primary:hover:enabled {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }

    button.danger {
      border-color: var(--_danger);
      color: var(--_danger);
    }

    button.plain {
      border-color: transparent;
      background: none;
    }

    button:disabled,
    select:disabled {
      border-color: var(--_line);
      color: var(--_text-quiet);
      cursor: default;
    }

    button.primary:disabled {
      background: none;
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

    .notice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      padding: 4px 8px;
      border-inline-start: 3px solid var(--_danger);
      background: var(--_danger-quiet);
    }

    .empty {
      padding: var(--_empty, 8px 12px);
      color: var(--_text-quiet);
    }

    .heading {
      font-weight: 600;
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
