import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    block-size: 100%;
  }

  /*
   * Head and tabs stay where they are; only what is in a part scrolls, in it. The row says how high the head is at least,
   * whatever it says: where that does itself, WebKit keeps the row as high as it was at another width. No column of boxes: each key that is
   * pressed in a part would lay out all of them.
   */
  .pane {
    display: grid;
    grid-template: minmax(40px, auto) auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
  }

  .main {
    grid-row: 3;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .main.split {
    grid-template-columns: clamp(280px, var(--_split, 50) * 1%, 100% - 281px) 1px minmax(0, 1fr);
    /* No frame would outlive being moved in the document: where tabs are arranged otherwise, Tab goes as they stand. */
    reading-flow: grid-columns;
  }

  /* What is in a part never makes it higher; where nothing else says how high, so high. Its widgets may ask how high. */
  .panel {
    grid-area: 1 / 1;
    min-inline-size: 0;
    container-type: size;
    contain-intrinsic-block-size: 480px;
    overflow-y: auto;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .panel.end {
    grid-column: 3;
  }

  .panel.away {
    --_frames: none;
    visibility: hidden;
    content-visibility: hidden;
  }

  .grip {
    position: relative;
    grid-area: 1 / 2;
    background: var(--_line);
    cursor: col-resize;
    touch-action: none;
  }

  .grip::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0 -5px;
  }

  .grip:is(:hover, :active) {
    background: var(--_accent);
  }

  .grip:focus-visible {
    z-index: 1;
  }

  @media (forced-colors: active) {
    .grip {
      background: CanvasText;
    }

    .grip:is(:hover, :active) {
      background: Highlight;
    }
  }

  .conversation {
    display: flex;
    flex-direction: column;
    --_empty: 12px 16px;
    --my-sessions-chat-height: 100%;
    --my-sessions-companion-height: 100%;
    --my-sessions-mail-height: none;
    --my-sessions-transcript-height: auto;
  }

  .conversation > :last-child {
    flex: 1 1 0;
    min-block-size: 0;
  }

  .embedded {
    overflow: auto clip;
    --_page-name: none;
    --my-sessions-frame-height: 120px;
  }

  .widget {
    padding: 8px 16px 12px;
    --_empty: 0;
    border-block-end: 1px solid var(--_line);
  }

  /*
   * What would be moved by a widget that is on its way is shown when that is there, and soon without it. Itself it moves
   * nothing: also where no motion is wanted.
   */
  .widget:has(> [part='loading']) ~ * {
    animation: 3s step-end wait !important;
  }

  @keyframes wait {
    from {
      visibility: hidden;
    }
  }

  .widget h3 {
    margin-block-end: 4px;
    font-weight: 600;
  }

  .silence,
  .absent {
    padding: 8px 16px;
  }

  .silence + .absent {
    padding-block-start: 0;
  }

  summary {
    min-block-size: 24px;
    padding-block: 4px;
    cursor: pointer;
  }

  .absent li {
    padding-block: 4px;
  }

  /* Paper is not scrolled. */
  @media print {
    :host,
    .pane {
      block-size: auto;
    }

    .panel {
      container-type: inline-size;
      overflow: visible;
    }

    .conversation > :last-child {
      flex: none;
    }

    .panel.away {
      display: none;
    }
  }
`;
