import { css } from 'lit';

/** The list of ready answers, over the field. */
export const quickReplyStyles = css`
  .replies {
    position: absolute;
    z-index: 1;
    inset-inline: 4px;
    inset-block-end: 100%;
    max-block-size: 200px;
    overflow-y: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 12px rgb(0 0 0 / 16%);
  }

  .replies li {
    display: grid;
    padding: 4px 8px;
    cursor: pointer;
  }

  .replies li .quiet {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .replies li[aria-selected='true'] {
    background: var(--_accent-quiet);
    box-shadow: inset 3px 0 var(--_accent);
  }

  .replies li:hover {
    background: var(--_surface-quiet);
  }

  @media (forced-colors: active) {
    .replies li[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .replies li[aria-selected='true'] .quiet {
      color: HighlightText;
    }
  }
`;
