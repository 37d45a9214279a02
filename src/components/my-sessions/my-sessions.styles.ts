import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: var(--my-sessions-height, 100%);
    min-block-size: 320px;
    background: var(--_surface);
  }

  /* Columns, and no wrapping: what changes its width moves nothing. */
  .header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, 240px) auto;
    align-items: start;
    gap: 8px 16px;
    padding: 8px 12px;
    border-block-end: 1px solid var(--_line);
    container-type: inline-size;
  }

  .header:not(.bar) .tasks {
    justify-self: center;
  }

  .header.bar {
    grid-template-columns: minmax(0, 1fr) minmax(0, 116px) auto;
    gap: 8px;
  }

  /* What stops work is said beside the presence, with the way out. */
  .tasks > ::part(why) {
    display: none;
  }

  /* Two lines are all there is room for: who and whether it is live, then the figures. */
  .header.bar .tasks {
    order: 1;
    grid-column: 1 / -1;
  }

  /* Kept free for the button, which comes later. */
  .keys {
    min-inline-size: 32px;
  }

  /* Always there: what is said in it moves nothing. */
  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 36px;
    padding-inline-end: 8px;
    border-block-start: 1px solid var(--_line);
  }

  .foot > :is(.quiet, strong) {
    flex: none;
    padding-inline-start: 12px;
  }

  .foot > .why {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .foot .notice {
    flex: 1;
    flex-wrap: nowrap;
    align-self: stretch;
    min-inline-size: 0;
    padding-block: 2px;
  }

  /* All of a long sentence can be read, in the room there is. */
  .foot .notice > span {
    flex: 1;
    max-block-size: 100%;
    overflow-y: auto;
  }

  .foot .notice > button {
    flex: none;
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
