import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(90vi, 400px);
  }

  label {
    display: grid;
    gap: 4px;
  }

  /* Of one height, whatever is found: what one is about to press stays where it is. */
  .targets {
    position: relative;
    block-size: min(256px, 40vh);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow-y: auto;
    overscroll-behavior: contain;
  }

  [role='option'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0 8px;
    min-block-size: 32px;
    padding: 4px 8px;
    cursor: pointer;
  }

  .about {
    display: block;
  }

  [role='option'][aria-disabled='true'] {
    color: var(--_text-quiet);
    cursor: default;
  }

  [role='option']:is([aria-selected='true'], :hover) {
    background: var(--_accent-quiet);
  }

  [role='option'][aria-selected='true'] {
    box-shadow: inset 3px 0 var(--_accent);
  }

  [role='option'][aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }

  /* Two lines of it, said or not. */
  .said {
    min-block-size: 32px;
  }

  .wrong {
    color: var(--_danger);
  }

  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    [role='option'][aria-selected='true'] .quiet {
      color: inherit;
    }

    [role='option'][aria-disabled='true']:not([aria-selected='true']) {
      color: GrayText;
    }
  }
`;
