import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: var(--my-sessions-height, 100%);
    min-block-size: 320px;
    overflow: hidden auto;
    background: var(--_surface);
  }

  .header {
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
    container-type: inline-size;
  }

  /*
   * Who and whether it is live, then the figures; in one row where there is room. What comes and goes moves no column. The
   * rows say how high they are at least: where a cell does, WebKit keeps its row as high as it was at another width.
   */
  .cells {
    display: grid;
    grid-template: 'who live keys' minmax(28px, auto) 'tasks tasks tasks' minmax(28px, auto) / minmax(0, 1fr) 84px 28px;
    align-items: start;
    gap: 8px 4px;
  }

  .who {
    grid-area: who;
  }

  .tasks {
    grid-area: tasks;
  }

  .live {
    grid-area: live;
    justify-self: end;
    max-inline-size: 100%;
  }

  .keys {
    grid-area: keys;
    display: flex;
    justify-content: end;
    gap: 4px;
  }

  .header:not(.bar) .cells {
    grid-template-columns: minmax(0, 1fr) 200px 68px;
  }

  @container (min-width: 916px) {
    .header:not(.bar) .cells {
      grid-template: 'who tasks live keys' minmax(28px, auto) / minmax(0, 1fr) minmax(428px, auto) 15cqi 68px;
      column-gap: 12px;
    }
  }

  /* As long as nothing else is there its words have all the room. */
  .header.first .live {
    grid-column-start: who-start;
  }

  /* In a lower place, as in a window at 400 %, all of it scrolls, or nothing could be read below the tabs. */
  .body {
    display: grid;
    grid-template: minmax(240px, 1fr) / auto minmax(0, 1fr);
    min-block-size: 0;
  }

  .body.bar {
    grid-template: auto minmax(240px, 1fr) / minmax(0, 1fr);
  }

  /* All panes lie in one place; the hidden ones keep their scroll positions and what was typed in them. */
  .panes {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .pane {
    grid-area: 1 / 1;
    min-block-size: 0;
  }

  .home {
    overflow: auto;
  }

  .pane:focus-visible {
    outline-offset: -2px;
  }

  .pane[inert] {
    --_frames: none;
    visibility: hidden;
    content-visibility: hidden;
  }

  /* Paper is not scrolled: what is looked at, whole. */
  @media print {
    :host {
      display: block;
      block-size: auto !important;
      overflow: visible;
    }

    .header,
    .body > :not(.panes),
    .pane[inert] {
      display: none;
    }

    .body,
    .panes {
      display: block;
    }
  }
`;
