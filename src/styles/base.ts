import { css } from 'lit';
import { controls } from './controls.js';
import { tokens } from './tokens.js';

/** What an element of text and a button starts from: tokens, text, focus, and how to hide. */
export const ground = [
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
      /* 20 px of 14, and no hair less: Chromium cuts off to the 64th of a pixel below. */
      line-height: 1.4286;
      overflow-wrap: anywhere;
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

    p {
      margin: 0;
    }

    /*
     * A sentence goes the way of its own words, such as English ones where there are none in the language of the page; so
     * does what is typed. It stands where the page has it.
     */
    :where(p, output, svg + span, .notice > *, .sentence, .field) {
      unicode-bidi: plaintext;
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }

    button {
      min-block-size: 28px;
      padding: 3px 8px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
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

    /* What leads out of here. */
    a:dir(rtl) > svg {
      scale: -1 1;
    }

    /* Where a name is cut its end goes, whichever way it and the page are written. */
    :is(.title, .name, h2) > bdi:only-child,
    bdi.title {
      display: block;
      overflow: hidden;
      text-align: -webkit-match-parent;
      text-align: match-parent;
      text-overflow: ellipsis;
    }

    .quiet {
      color: var(--_text-quiet);
      font-size: var(--_size-small);
      line-height: 1.3334;
    }

    .figures {
      font-variant-numeric: tabular-nums;
    }

    .empty {
      padding: var(--_empty, 8px 12px);
      color: var(--_text-quiet);
      text-wrap: balance;
    }

    /* A count that comes to its end: nothing moves by it. */
    [data-soon] {
      color: var(--_text);
      text-decoration: underline;
      text-underline-offset: 2px;
    }

    .spoken {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];

/** What every other element starts from. */
export const base = [ground, controls];
