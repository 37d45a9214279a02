import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    block-size: 100%;
  }

  /* Head and tabs stay where they are; only what is in a part scrolls, in it. */
  .pane {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
  }

  /* As high whatever it says, so that what stands below stays where it is. */
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-block-size: 40px;
    max-block-size: 50cqb;
    --_control-time: none;
    padding: 6px 16px;
    /* In the corner, whatever stands beside or below it. */
    padding-inline-end: 48px;
    position: relative;
  }

  .leave {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 12px;
  }

  header > :not(.who) {
    flex: none;
  }

  .who {
    display: grid;
    flex: 1;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    align-items: baseline;
    gap: 0 12px;
    min-inline-size: 0;
    white-space: nowrap;
  }

  h2 {
    min-inline-size: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
  }

  :is(h2, .facts, .facts > bdi) {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .facts {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0 12px;
    min-inline-size: 0;
  }

  .facts > :not(bdi) {
    flex: none;
  }

  .facts > svg {
    margin-inline-end: -4px;
    inline-size: 14px;
    block-size: 14px;
  }

  .tabs {
    grid-row: 2;
    display: flex;
    padding-inline: 4px;
    overflow: auto clip;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_line);
  }

  [role='tab'] {
    position: relative;
    flex: none;
    min-block-size: 32px;
    padding-inline: 12px;
    border-radius: 0;
    border-block-end: 2px solid transparent;
    color: var(--_text-quiet);
    white-space: nowrap;
  }

  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
    font-weight: 600;
  }

  /* Transparent would be drawn there, and every tab look like the one that is shown. */
  @media (forced-colors: active) {
    [role='tab'] {
      border-block-end-color: Canvas;
    }

    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }

  [role='tab']:focus-visible {
    outline-offset: -2px;
  }

  .dot {
    inline-size: 8px;
    block-size: 8px;
    border: 4px solid var(--_accent);
    border-radius: 50%;
  }

  /* Over the edge of its tab, so that no other moves. */
  .news {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 2px;
    border: 4px solid var(--_danger);
    border-radius: 50%;
  }

  .closable {
    padding-inline-end: 4px;
  }

  .close {
    display: grid;
    place-content: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: var(--_radius);
  }

  .close:hover {
    background: var(--_surface-quiet);
  }

  .close svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .main {
    grid-row: 3;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .main.split {
    grid-template-columns: clamp(280px, var(--_split, 50) * 1%, 100% - 281px) 1px minmax(0, 1fr);
  }

  /* What is in a part never makes it higher; where nothing else says how high, so high. Its widgets may ask how high. */
  .panel {
    grid-area: 1 / 1;
    min-inline-size: 0;
    container-type: size;
    contain-intrinsic-block-size: 480px;
    overflow-y: auto;
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

  /* What would be moved by a widget that is on its way is shown when that is there, and soon without it. */
  .widget:has(> [part='loading']) ~ * {
    animation: 3s step-end wait;
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

  /* In one line at any width: what has no room there stands in the tooltip. */
  @container (max-width: 899px) {
    header {
      --_control-icon: none;
    }

    .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 599px) {
    header {
      display: grid;
      grid-template: 24px minmax(28px, auto) / minmax(0, 1fr);
      align-items: start;
    }

    /* Of a record nothing can be asked but to close it. */
    header:has(> .leave:nth-child(2)) {
      grid-template-rows: 28px;
    }
  }

  @container (max-width: 479px) {
    header {
      padding: 4px 12px;
      --_control-grow: 1 0 auto;
    }

    .who {
      padding-inline-end: 28px;
    }

    .leave {
      inset-block-start: 4px;
      inset-inline-end: 8px;
    }

    .facts {
      gap: 0 8px;
    }
  }

  /* How long it is as it is now matters more than how long it is connected. */
  @container (max-width: 359px) {
    .connected,
    .connected + span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
