import { css } from 'lit';

export const styles = css`
  .presence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .name {
    font-weight: 600;
  }

  /* The tenth minute is no reason to move what stands beside it. */
  .presence > .figures {
    min-inline-size: 5ch;
  }

  /* Agents know their own names: in a header the room is for what they set, and for what was made of it. */
  @container (max-width: 1439.9px) {
    .name:has(+ select) {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  /* In a header in one line, whatever is said in it: what stands below stays where it is. */
  @container (max-width: 1279.9px) {
    .presence:has(select) {
      flex-wrap: nowrap;
    }

    .name {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .presence > select {
      flex: 0 1 auto;
      min-inline-size: 64px;
    }

    .presence > .figures {
      flex: none;
    }
  }

  /* No room for how long it is so. */
  @container (max-width: 340px) {
    select ~ .figures {
      position: absolute;
      clip-path: inset(50%);
    }

    .presence {
      gap: 4px;
    }

    /* An arrow of a browser's takes a fifth of the room that the longest word needs. */
    .presence > select {
      --_end: right;
      flex: 1;
      padding-inline: 4px 12px;
      background: conic-gradient(from -45deg at bottom, currentcolor 25%, transparent 0) var(--_end) 3px center / 8px 4px
        no-repeat var(--_surface);
      font-size: var(--_size-small);
      appearance: none;
    }

    .presence > select:dir(rtl) {
      --_end: left;
    }

    /* Pictures that a style draws are left out there. */
    @media (forced-colors: active) {
      .presence > select {
        border-color: ButtonBorder;
        outline-color: Highlight;
        background-color: Field;
        color: FieldText;
        forced-color-adjust: none;
      }
    }
  }

  /* Its word says what the dot says. */
  @container (max-width: 290px) {
    .dot:has(~ select) {
      display: none;
    }
  }

  .dot {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_text-quiet);
    border-radius: 50%;
  }

  .dot[data-presence='available'] {
    border-color: var(--_success);
    background: var(--_success);
  }

  .dot[data-presence='busy'] {
    border-color: var(--_warning);
    background: linear-gradient(90deg, var(--_warning) 50%, transparent 50%);
  }

  .dot[data-presence='do-not-disturb'] {
    border-color: var(--_danger);
    border-width: 5px 2px;
  }

  @media (forced-colors: active) {
    .dot[data-presence='available'] {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
