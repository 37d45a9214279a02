import { css } from 'lit';
import { sessionMarksStyles } from './session-marks.js';
import { taskResultStyles } from './task-result.js';

/** For every element that shows session cards. */
export const sessionCardStyles = [
  sessionMarksStyles,
  taskResultStyles,
  css`
    .card {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) auto;
      align-items: center;
      justify-content: stretch;
      column-gap: 8px;
      inline-size: 100%;
      padding: 8px 12px;
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

    .initials {
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      border: 1px solid var(--_line);
      border-radius: 50%;
      background: var(--_surface-quiet);
      color: var(--_text-quiet);
      font-size: var(--_size-small);
      font-weight: 600;
    }

    .text {
      display: grid;
      min-inline-size: 0;
    }

    .title,
    .line {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .line,
    .state {
      font-weight: 400;
    }

    .line {
      position: relative;
      display: flex;
      align-items: center;
      gap: 4px;
    }

    .line > bdi {
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .line svg {
      flex: none;
      inline-size: 12px;
      block-size: 12px;
    }

    @media (forced-colors: active) {
      .card {
        border-inline-start-color: Canvas;
      }

      /* A bar says what is looked at; the outline is the focus and nothing else. */
      .card[aria-current] {
        border-inline-start-color: Highlight;
      }
    }
  `,
];
