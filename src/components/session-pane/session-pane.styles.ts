import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    block-size: 100%;
    overflow-y: auto;
  }

  .pane {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 12px 16px;
    border-block-end: 1px solid var(--_line);
  }

  .who {
    min-inline-size: 0;
  }

  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
  }

  .facts > svg {
    margin-inline-end: -8px;
    inline-size: 14px;
    block-size: 14px;
  }

  .conversation {
    display: flex;
    flex-direction: column;
    --_empty: 12px 16px;
    --my-sessions-chat-height: clamp(320px, 55vh, 480px);
    --my-sessions-mail-height: none;
  }

  /* Captions beside a transcript say what is said now; the rest is below. */
  .conversation > :not(:only-child) {
    --my-sessions-caption-lines: 3;
  }

  /* As high before its page is known as with it: nothing below moves when it comes. */
  .embedded {
    block-size: 400px;
    border-block-start: 1px solid var(--_line);
  }

  .widgets {
    border-block-start: 1px solid var(--_line);
  }

  .widget {
    padding: 12px 16px;
    --_empty: 0;
    border-block-end: 1px solid var(--_line);
  }

  .widget h3 {
    margin-block-end: 8px;
    font-weight: 600;
  }

  /* Room for what is being loaded. */
  .widget > [part='loading'] {
    min-block-size: 120px;
  }

  .absent {
    padding: 8px 16px;
  }

  summary {
    min-block-size: 24px;
    padding-block: 4px;
    cursor: pointer;
  }

  .absent li {
    padding-block: 4px;
  }

  @container (min-width: 620px) {
    .pane {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) clamp(240px, 40%, 420px);
      block-size: 100%;
    }

    header {
      grid-column: 1 / -1;
    }

    .main {
      display: grid;
      grid-auto-rows: minmax(0, 1fr);
      min-block-size: 0;
    }

    .main:has(> .embedded) {
      grid-template-rows: minmax(200px, 1fr) minmax(200px, 1fr);
      overflow-y: auto;
    }

    .conversation {
      min-block-size: 0;
      overflow-y: auto;
      --my-sessions-chat-height: 100%;
      --my-sessions-companion-height: 100%;
      --my-sessions-transcript-height: auto;
    }

    .conversation > :last-child {
      flex: 1 1 0;
    }

    .embedded {
      block-size: auto;
      min-block-size: 0;
      --my-sessions-frame-height: 120px;
    }

    .widgets {
      min-block-size: 0;
      overflow-y: auto;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }

  @container (min-width: 1160px) {
    .main:has(> .embedded) {
      grid-template: minmax(0, 1fr) / repeat(2, minmax(0, 1fr));
    }

    .embedded {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
