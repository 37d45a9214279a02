import { css } from 'lit';

export const styles = css`
  h2,
  h3 {
    padding: 8px 12px 2px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 600;
    line-height: 1.3334;
  }

  h2 {
    display: flex;
    gap: 4px;
  }

  .offered {
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }

  .active .card {
    font-weight: 600;
  }

  .active :is(.line, .since) {
    font-weight: 400;
  }

  /* In sight wherever the list is scrolled to: nothing new comes before it is finished. */
  .work {
    position: sticky;
    inset-block: 0;
    z-index: 1;
    margin-block-start: 8px;
    border-block: 1px solid var(--_line);
    background: var(--_surface);
  }

  .past-head {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    margin-block-start: 8px;
    padding-inline-end: 4px;
  }

  .past-head .find {
    margin-inline-start: auto;
    min-inline-size: 28px;
    padding: 3px;
  }

  .past-head svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .wide .time {
    min-inline-size: 64px;
  }

  .past-head h2 {
    flex: none;
    padding-block: 0;
  }

  .past-head .field {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: 24px;
    padding-block: 1px;
    border-color: var(--_line);
    font-size: var(--_size-small);
  }

  /* How high a row is; in a bar, how wide. */
  ul {
    --_row: 52px;

    position: relative;
  }

  .history ul,
  :host([mode='list']) .work ul {
    --_row: 24px;
  }

  .older {
    padding: 8px 12px;
  }

  /* Icons in a row, or in a column. The words stay for screen readers. */
  :host(:not([mode='list'])) :is(section:not(.history) h2, .card:not(.past) > :is(.title, .line, .since)) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host(:not([mode='list'])) .row .card:not(.past) {
    display: grid;
    grid-template-columns: 34px;
    justify-content: center;
    inline-size: auto;
    padding: 9px 11px;
  }

  :host(:not([mode='list'])) .marks {
    inset-block-start: 9px;
    inset-inline-start: 11px;
  }

  :host(:not([mode='list'])) .work {
    margin: 0;
    border: 0;
  }

  :host(:not([mode='list'])) .work .face {
    outline: 2px dashed var(--_warning);
    outline-offset: -2px;
  }

  :host([mode='icons']) .row .card:not(.past) {
    inline-size: 100%;
    padding-inline: 13px 16px;
  }

  /* Over the icon, which is in the middle of however wide a column: half of it and of the card's bar. */
  :host([mode='icons']) .marks {
    inset-inline-start: calc(50% - 18.5px);
  }

  :host([mode='icons']) :is(* + section, .offered + .now) {
    margin-block-start: 4px;
    border-block-start: 1px solid var(--_line);
  }

  :host([mode='bar']) {
    position: static;
  }

  :host([mode='bar']) :is(.list, .now) {
    display: flex;
  }

  :host([mode='bar']) :is(.now, .work) {
    overflow-x: auto;
    scrollbar-width: thin;
  }

  :host([mode='bar']) section:not(.history) {
    position: relative;
    display: flex;
    flex: none;
  }

  /* Offers beside at least two sessions, or above them; the line between is at the edge there, and cut off. */
  :host([mode='bar']) .list {
    flex-wrap: wrap;
    overflow-x: clip;
  }

  :host([mode='bar']) section.offered:not(.history) {
    flex: 1 0 240px;
  }

  :host([mode='bar']) .now {
    flex: 999 1 112px;
    min-inline-size: 0;
  }

  :host([mode='bar']) .offered + .now {
    margin-inline-start: -1px;
    border-inline-start: 1px solid var(--_line);
  }

  :host([mode='bar']) .offered > :last-child {
    flex: 1;
    min-inline-size: 0;
  }

  :host([mode='bar']) section:not(.history) ul {
    --_row: 56px;

    display: flex;
  }

  :host([mode='bar']) section + section {
    border-inline-start: 1px solid var(--_line);
  }

  :host([mode='bar']) .row .card:not(.past) {
    border-inline-start: 0;
    border-block-end: 3px solid transparent;
  }

  :host([mode='bar']) .row .card[aria-current]:not(.past) {
    border-block-end-color: var(--_accent);
  }

  :host([mode='bar']) .work {
    max-inline-size: 50%;
  }

  /* Over what stands below: the bar stays as it is. */
  :host([mode='bar']) .history {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    z-index: 2;
    max-block-size: 320px;
    padding-block-end: 8px;
    overflow-y: auto;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    box-shadow: 0 8px 16px rgb(0 0 0 / 16%);
  }

  @media (forced-colors: active) {
    /* Transparent would be drawn there, and every session look like the one that is looked at. */
    :host([mode='bar']) .row .card:not([aria-current], .past) {
      border-block-end-color: Canvas;
    }
  }
`;
