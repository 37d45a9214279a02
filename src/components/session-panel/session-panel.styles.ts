import { css } from 'lit';

export const styles = css`
  :host {
    block-size: 100%;
    background: var(--_surface-quiet);
  }

  .panel {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) fit-content(60%);
    box-sizing: border-box;
    block-size: 100%;
    max-inline-size: 100%;
    border-inline-end: 1px solid var(--_line);
  }

  .icons.panel {
    inline-size: 68px;
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }

  .home {
    flex: 1;
    gap: 8px;
    justify-content: start;
    min-block-size: 36px;
    padding: 6px 12px;
    border: 0;
    border-inline-start: 3px solid transparent;
    border-radius: 0;
    background: none;
    font-weight: 600;
  }

  .home:focus-visible {
    outline-offset: -2px;
  }

  .home[aria-current] {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }

  .burger {
    margin-inline: 4px;
  }

  .icons .head {
    display: grid;
  }

  .icons .home {
    justify-content: center;
    padding-inline: 0 3px;
  }

  /* At the foot, so that they grow over nothing but the end of the list. */
  .offers {
    min-inline-size: 0;
    overflow-y: auto;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  /* As high before its element is loaded as what that keeps for offers. */
  .offers > [part='loading'] {
    block-size: 46px;
    overflow: clip;
  }

  .names [part='loading'] {
    block-size: 92px;
  }

  .scroll {
    position: relative;
    overflow-y: auto;
  }

  /* Beside a bar the icons would not have room. */
  .icons .scroll {
    scrollbar-width: none;
  }

  /* Over the edge, so that a hand finds it; a line when it is touched. */
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: -4px;
    z-index: 1;
    inline-size: 8px;
    cursor: col-resize;
    touch-action: none;
  }

  .grip:is(:hover, :focus-visible) {
    background: linear-gradient(var(--_accent), var(--_accent)) center / 2px 100% no-repeat;
  }

  .bar.panel {
    grid-template: auto auto / auto minmax(0, 1fr);
    border-inline-end: 0;
    border-block-end: 1px solid var(--_line);
  }

  .bar .offers {
    grid-column: 1 / -1;
    overflow: visible;
    border-block-start: 0;
  }

  .bar .head {
    border-block-end: 0;
    border-inline-end: 1px solid var(--_line);
  }

  .bar .home {
    padding: 6px 10px;
    border-inline-start: 0;
    border-block-end: 3px solid transparent;
    block-size: 100%;
  }

  .bar .home[aria-current] {
    border-block-end-color: var(--_accent);
  }

  .bar .scroll {
    position: static;
    overflow: visible;
  }

  @media (forced-colors: active) {
    .panel .home {
      border-color: Canvas;
    }

    .panel .home[aria-current] {
      border-color: Highlight;
    }

    .grip:is(:hover, :focus-visible) {
      background: Highlight;
    }
  }
`;
