import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    container-type: inline-size;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    padding: 4px 12px;
    border-block-end: 1px solid var(--_line);
  }

  .empty {
    padding: 24px 16px;
    text-align: center;
  }

  .page {
    flex: 1 1 120px;
    min-inline-size: 0;
  }

  /* Where a tab says it already. */
  .page > .heading {
    display: var(--_page-name, inline);
  }

  .state {
    display: inline-grid;
  }

  .state > *,
  .state::before,
  .state::after {
    grid-area: 1 / 1;
  }

  .state::before,
  .state::after {
    visibility: hidden;
    content: attr(data-loading);
  }

  .state::after {
    content: attr(data-unsaved);
  }

  .tab {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    color: var(--_accent);
  }

  .tab svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .go-in:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
  }

  .unsaved {
    color: var(--_warning);
  }

  .unsaved::before {
    content: '● ' / '';
  }

  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }

  /* All pages lie in one place; the hidden ones keep what was typed in them and where they were scrolled to. */
  .frames {
    display: grid;
    flex: 1;
    grid-template: minmax(var(--my-sessions-frame-height, 320px), 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .frames.put-away {
    position: absolute;
    inset: 0;
    z-index: -1;
    overflow: clip;
    visibility: hidden;
  }

  iframe {
    /* A pane that is put away says so to the frames in it. */
    display: var(--_frames, block);
    grid-area: 1 / 1;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    /* What a page is shown on by itself. */
    background: #fff;
    color-scheme: light;
  }

  iframe:is(:focus-visible, [data-focused]) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }

  iframe.shut {
    pointer-events: none;
  }

  /* Not rendered: nothing else keeps a script from moving the focus into it. What is typed and scrolled there stays. */
  iframe:is([inert], .held) {
    display: none;
  }

  .held-back {
    display: none;
    flex: 1;
    place-content: center;
    justify-items: center;
    gap: 12px;
    min-block-size: var(--my-sessions-frame-height, 320px);
    padding: 16px;
    text-align: center;
  }

  .frames:has(> iframe.held:not([inert])) {
    display: none;
  }

  .frames:has(> iframe.held:not([inert])) + .held-back {
    display: grid;
  }

  .foot {
    padding: 4px 12px;
    border-block-start: 1px solid var(--_line);
  }
`;
