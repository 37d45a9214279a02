import { css } from 'lit';
import { sessionMarksStyles } from './session-marks.js';

/** For every element that shows session cards. */
export const sessionCardStyles = [
  sessionMarksStyles,
  css`
    .card {
      position: relative;
      display: grid;
      grid-template-columns: 34px minmax(0, 1fr) auto;
      align-items: center;
      align-content: center;
      justify-content: stretch;
      gap: 0 12px;
      inline-size: 100%;
      block-size: 52px;
      padding-block: 6px;
      padding-inline: 9px 12px;
      border: 0;
      border-inline-start: 3px solid transparent;
      border-radius: 0;
      background: none;
      text-align: start;
    }

    .card:focus-visible {
      outline-offset: -2px;
    }

    .card[aria-current] {
      border-inline-start-color: var(--_accent);
      background: var(--_accent-quiet);
    }

    .face,
    .since {
      grid-row: 1 / span 2;
    }

    bdi.title,
    .line {
      grid-column: 2;
    }

    .since {
      grid-column: 3;
    }

    .face {
      position: relative;
      display: grid;
      place-items: center;
      inline-size: 34px;
      block-size: 34px;
      border-radius: 10px;
      font-size: 13px;
      font-weight: 600;
    }

    /* As many as core/rules/tint-of.ts counts; each has 4.5 of contrast, by day and by night. */
    .tint-0 {
      background: light-dark(#e3ecfb, #1e2f4a);
      color: light-dark(#1d4b96, #a9c8ff);
    }

    .tint-1 {
      background: light-dark(#fdf0dc, #40301a);
      color: light-dark(#7d4400, #f3c98b);
    }

    .tint-2 {
      background: light-dark(#e2f3ea, #1b3a2a);
      color: light-dark(#17633a, #95d9b0);
    }

    .tint-3 {
      background: light-dark(#f6e6f4, #432440);
      color: light-dark(#7f2470, #efb3e3);
    }

    .tint-4 {
      background: light-dark(#e0f2f4, #16383d);
      color: light-dark(#0f5d69, #8fd6e1);
    }

    .tint-5 {
      background: light-dark(#efebe3, #39342a);
      color: light-dark(#5c4b27, #dccba3);
    }

    .kind {
      position: absolute;
      inset-block-end: -4px;
      inset-inline-end: -5px;
      inline-size: 16px;
      block-size: 16px;
      padding: 2px;
      overflow: visible;
      border: 1px solid var(--_line);
      border-radius: 50%;
      background: var(--_surface);
    }

    .title,
    .line {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .line > bdi {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .line {
      position: relative;
      display: flex;
    }

    .line > bdi {
      flex: 0 1 auto;
    }

    /* As wide whatever was written last. */
    .line > bdi:has(+ .last) {
      flex: none;
      max-inline-size: 50%;
    }

    .state:not(.spoken) {
      flex: none;
      color: var(--_text);
    }

    .state:not(.spoken)::after {
      content: '·';
      margin-inline-end: 4px;
    }

    .last {
      display: flex;
      flex: 0 1 auto;
      min-inline-size: 0;
      white-space: pre;
    }

    .last > :not(span) {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    @media (forced-colors: active) {
      .card {
        border-inline-start-color: Canvas;
      }

      /* A bar says what is looked at; the outline is the focus and nothing else. */
      .card[aria-current] {
        border-inline-start-color: Highlight;
      }

      .face {
        border: 1px solid;
      }
    }
  `,
];
