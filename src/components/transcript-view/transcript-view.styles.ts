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
    display: grid;
  }

  .bar > button {
    justify-self: end;
    margin-inline-end: 4px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
  }

  .scroller {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-anchor: none;
  }

  .content {
    position: relative;
    overflow: clip;
  }

  .segment {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 8px;
    padding: 4px 12px;
    border-inline-start: 3px solid transparent;
  }

  .segment[data-role='agent'] {
    border-inline-start-color: var(--_accent);
  }

  @media (forced-colors: active) {
    .segment:not([data-role='agent']) {
      border-inline-start-color: Canvas;
    }
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

  .gap,
  .text {
    grid-column: 1 / -1;
  }

  .text {
    white-space: pre-wrap;
  }

  .interim .text {
    color: var(--_text-quiet);
    font-style: italic;
  }
`;
