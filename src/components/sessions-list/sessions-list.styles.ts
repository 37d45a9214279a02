import { css } from 'lit';

export const styles = css`
  h2 {
    display: flex;
    gap: 4px;
    padding: 8px 12px 4px;
    color: var(--_text-quiet);
    font-size: var(--_size-small);
    font-weight: 600;
    line-height: 16px;
  }

  .row {
    border-block-end: 1px solid var(--_line);
  }

  .offered .card,
  .active .card {
    font-weight: 600;
  }

  .active .initials {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .older {
    padding: 8px 12px;
  }

  /* A bar of session icons, for panels too narrow for a list. The words stay for screen readers. */
  :host([mode='bar']) .list {
    position: relative;
    display: flex;
    padding-inline: 4px;
    overflow-x: auto;
    scrollbar-width: thin;
  }

  :host([mode='bar']) section,
  :host([mode='bar']) ul {
    display: flex;
    flex: none;
  }

  :host([mode='bar']) section + section {
    margin-inline-start: 4px;
    padding-inline-start: 4px;
    border-inline-start: 1px solid var(--_line);
  }

  :host([mode='bar']) h2,
  :host([mode='bar']) .text,
  :host([mode='bar']) .word {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host([mode='bar']) .row {
    position: relative;
    border: 0;
  }

  :host([mode='bar']) .card {
    display: block;
    padding: 6px;
    border-inline-start: 0;
    border-block-end: 3px solid transparent;
  }

  :host([mode='bar']) .card[aria-current] {
    border-block-end-color: var(--_accent);
  }

  :host([mode='bar']) .offered .initials {
    border-color: var(--_accent);
    border-style: dashed;
    border-width: 2px;
    color: var(--_accent);
  }

  :host([mode='bar']) .parked .initials {
    border-radius: var(--_radius);
  }

  :host([mode='bar']) .history .initials {
    border-style: dotted;
    border-color: var(--_line-strong);
  }

  :host([mode='bar']) .marks {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    display: flex;
    border-radius: 10px;
    background: var(--_surface);
  }

  :host([mode='bar']) .todo {
    inline-size: 10px;
    block-size: 10px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_warning);
    color: transparent;
  }

  /* Offers are answered in the session's own controls below the bar. */
  :host([mode='bar']) .answer,
  :host([mode='bar']) .older {
    display: none;
  }

  @media (forced-colors: active) {
    /* Transparent would be drawn there, and every session look like the one that is looked at. */
    :host([mode='bar']) .card:not([aria-current]) {
      border-block-end-color: Canvas;
    }
  }
`;
