import { css } from 'lit';

/** Of `OptionPopup`: in the top layer and held to its field where the browser can, else below the field in the page. */
export const popup = css`
  .box {
    position: relative;
    anchor-name: --_field;
    anchor-scope: --_field;
  }

  .box > .spoken {
    inset-block-start: 0;
    inset-inline-start: 0;
  }

  .box > svg {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 8px;
    color: var(--_text-quiet);
    pointer-events: none;
  }

  .box:has(> svg) > .field {
    padding-inline-end: 28px;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }

  /* Its text goes the other way; the arrow stays where the page has it. */
  .box:dir(rtl) > .field:dir(ltr),
  .box:dir(ltr) > .field:dir(rtl) {
    padding-inline: 28px 8px;
  }

  .popup {
    position: absolute;
    z-index: 1;
    inset: 100% 0 auto;
    max-block-size: min(320px, 45vh);
    flex-direction: column;
    margin: 2px 0;
    padding: 0;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 4px 12px rgb(0 0 0 / 16%);
  }

  .popup[popover] {
    position: fixed;
    position-anchor: --_field;
    position-area: block-end span-all;
    position-try-fallbacks: flip-block;
    position-visibility: anchors-visible;
    inset: auto;
    inline-size: anchor-size(inline);
    justify-self: anchor-center;
  }

  .popup:popover-open {
    display: flex;
  }

  .popup:not([popover], [hidden]) {
    display: flex;
  }

  .popup > p {
    padding: 4px 8px;
    border-block-start: 1px solid var(--_line);
  }

  .options {
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  .options:empty {
    display: none;
  }

  .options li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 28px;
    padding: 4px 8px;
    cursor: pointer;
  }

  /* One of two lines stands where those of one line do, whichever way it and the page are written. */
  .options li bdi {
    min-inline-size: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .options li[aria-selected='true'],
  .options li:hover {
    background: var(--_accent-quiet);
    color: var(--_accent);
  }

  @media (forced-colors: active) {
    .options li[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
