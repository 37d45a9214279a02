import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: var(--my-sessions-transcript-height, 320px);
    min-block-size: 120px;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }

  .bar > :not(.note, button) {
    flex: none;
    inline-size: 100%;
  }

  .bar > .note {
    flex: 1 1 0;
    padding-inline-start: 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .bar > button {
    margin-inline-end: 4px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    line-height: 1.6667;
  }

  .scroller {
    container-type: inline-size;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-anchor: none;
  }

  .content {
    position: relative;
    overflow: clip;
  }

  .before {
    box-sizing: content-box;
  }

  .rows {
    display: contents;
  }

  .segment {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 8px;
    padding: 4px 12px;
  }

  .segment[data-role='agent'] .speaker {
    color: var(--_accent);
  }

  .segment[data-role='system'],
  .segment[data-role='bot'] {
    color: var(--_text-quiet);
  }

  .segment[aria-current='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  .speaker {
    font-weight: 600;
  }

  .mood {
    white-space: nowrap;
  }

  .gap,
  .text {
    grid-column: 1 / -1;
  }

  /* In its own direction, and beside who said it in that of the page: as wide as what is said. */
  .text {
    justify-self: start;
    white-space: pre-wrap;
  }

  /* WebKit is two to four times as long about a long text whose width follows from its lines. */
  .text:has(details) {
    justify-self: stretch;
  }

  /* Where there is room the speakers stand in a column, so that the eye runs down the words. */
  @container (min-width: 400px) {
    .segment {
      grid-template-columns: clamp(80px, 20cqi, 136px) minmax(0, 1fr) fit-content(160px);
      grid-auto-flow: dense;
      padding-block: 2px 4px;
    }

    .text {
      grid-column: 2;
    }

    .segment > .figures {
      grid-column: 3;
      /* So wide at least, that the words of most lines end at one edge. */
      min-inline-size: clamp(64px, 16cqi, 112px);
      text-align: end;
      line-height: 1.6667;
    }
  }

  .interim .text {
    color: var(--_text-quiet);
    font-style: italic;
  }

  /* Paper is not scrolled: as long as all that was said. */
  @media print {
    :host,
    .before,
    .content {
      block-size: auto !important;
      padding: 0 !important;
    }

    .scroller {
      flex: none;
      overflow: visible;
    }

    .segment {
      break-inside: avoid;
    }

    .bar > button,
    .end {
      display: none;
    }
  }
`;
