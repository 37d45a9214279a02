import { css } from 'lit';

export const styles = css`
  .offers:focus-visible {
    outline-offset: -2px;
  }

  /* The room that is kept: offers move nothing when they come, and when they go. */
  :host([says-empty]) .offers {
    position: relative;
    min-block-size: calc(46px * var(--_kept));
  }

  :host {
    --_kept: 1;
  }

  :host([mode='list']) {
    --_kept: 2;
  }

  .offers > .empty {
    position: absolute;
    inset: 0 0 auto;
    align-content: center;
    min-block-size: 46px;
    padding-block: 4px;
  }

  .none {
    visibility: hidden;
  }

  .free {
    block-size: 46px;
  }

  .row {
    position: relative;
    display: grid;
    grid-template: minmax(36px, auto) / minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 6px;
    min-block-size: 46px;
    padding: 4px 12px 6px;
  }

  /* No border: it would make a row higher when another one comes. */
  :is(.row, .free) + .row {
    box-shadow: inset 0 1px var(--_line);
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-content: stretch;
    gap: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }

  .card:hover:enabled {
    background: none;
  }

  .card[aria-current] .title {
    text-decoration: underline;
    text-decoration-color: var(--_accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }

  .title,
  .line > bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 600;
  }

  .line {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .line svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .left {
    flex: none;
  }

  .left::before {
    content: '· ';
  }

  /* As wide whatever it says. */
  .left {
    font-weight: 600;
  }

  .soon .left {
    color: var(--_danger);
  }

  /* Its row says how high it is at least: where it does itself, WebKit keeps the row as high as it was at another width. */
  .row > button {
    min-block-size: auto;
  }

  .row > .impeded {
    border-color: var(--_line);
    border-style: dashed;
    background: none;
    color: var(--_text-quiet);
    cursor: not-allowed;
  }

  .row > .primary {
    gap: 3px;
    padding-inline: 7px;
  }

  .row > .primary svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .row > .danger {
    padding-inline: 5px;
    border-color: var(--_line-strong);
  }

  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .notice,
  .hint {
    grid-column: 1 / -1;
    margin-block-start: 4px;
  }

  /* Time as a bar: it is said as a figure, too. */
  progress {
    position: absolute;
    inset: auto 0 0;
    inline-size: 100%;
    block-size: 3px;
    border: 0;
    background: none;
    appearance: none;
    color: var(--_accent);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .soon progress::-webkit-progress-value {
    background: var(--_danger);
  }

  .soon progress::-moz-progress-bar {
    background: var(--_danger);
  }

  .row:has(.more) {
    grid-template-columns: minmax(0, 1fr) auto auto auto;
  }

  .more {
    min-inline-size: 32px;
    padding-inline: 4px;
  }

  /* Opened, they lie over what stands below. */
  :host([mode='bar'][says-empty]) ul:has(.more) {
    position: absolute;
    inset: 0 0 auto;
    z-index: 3;
    background: var(--_surface);
    box-shadow: 0 8px 16px rgb(0 0 0 / 16%);
  }

  :host([mode='icons']) .row {
    grid-template-columns: auto auto;
    justify-content: center;
    gap: 0 4px;
    padding-inline: 2px;
  }

  :host([mode='icons']) .card {
    grid-column: 1 / -1;
  }

  :host([mode='icons']) .title {
    text-align: center;
  }

  :host([mode='icons']) .line {
    justify-content: center;
  }

  :host([mode='icons']) :is(.line > bdi, .left::before) {
    display: none;
  }

  :host([mode='icons']) .primary .word {
    display: none;
  }

  @media (forced-colors: active) {
    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
