import { css } from 'lit';

/**
 * What a page may have set for everything in it, and what would break layouts here. Only what no host sets on purpose is
 * insisted on (colour and size have tokens): in a shadow root an important rule wins over those of the page.
 */
export const untouched = css`
  :host {
    box-sizing: border-box !important;
    caret-color: auto !important;
    color: var(--_text) !important;
    font-size: var(--_size) !important;
    font-variant-caps: normal !important;
    hyphens: manual !important;
    letter-spacing: normal !important;
    line-break: auto !important;
    line-height: 1.4286 !important;
    overflow-wrap: anywhere !important;
    text-align: start !important;
    text-align-last: auto !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    word-spacing: normal !important;
    writing-mode: horizontal-tb !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-user-select: text !important;
    user-select: text !important;
  }
`;
