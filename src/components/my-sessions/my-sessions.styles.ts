import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    block-size: var(--my-sessions-height, 100%);
    min-block-size: 320px;
    background: var(--_surface);
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 8px 16px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
    container-type: inline-size;
  }

  /* What stops work is said beside the presence, with the way out. */
  .header > ::part(why) {
    display: none;
  }

  /* Two lines are all there is room for: who and whether it is live, then the figures. */
  .header.bar > :nth-child(2) {
    order: 1;
    flex-basis: 100%;
  }

  /* Kept free for the buttons, which come later. */
  .keys {
    display: flex;
    gap: 4px;
    min-inline-size: 68px;
    min-block-size: 32px;
  }

  .bar > .keys {
    min-inline-size: 32px;
  }

  .notices {
    display: grid;
  }

  /* However many conversations start meanwhile, the one that is typed in keeps its room. */
  .waiting {
    max-block-size: 144px;
    overflow-y: auto;
  }

  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }

  .body {
    display: grid;
    grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
    min-block-size: 0;
  }

  .body.bar {
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
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
`;
