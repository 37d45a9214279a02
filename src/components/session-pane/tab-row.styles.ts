import { css } from 'lit';

/** The row of tabs, and what is marked on them. */
export const tabRowStyles = css`
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

  /* Three have room at 300 px: the name of a page is cut, where it needs to be. */
  @container (max-width: 479px) {
    [role='tab'] {
      padding-inline: 8px;
    }

    [role='tab']:nth-child(n + 3) {
      flex-shrink: 1;
      min-inline-size: 88px;
    }
  }

  [role='tab'] > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
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
`;
