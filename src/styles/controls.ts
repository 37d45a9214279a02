import { css } from 'lit';

/** Headings and lists, what can be pressed, written in and chosen from in its states and kinds, and what is said beside it. */
export const controls = css`
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  ul {
    list-style: none;
  }

  select,
  input {
    font: inherit;
    color: inherit;
  }

  select,
  .field {
    min-block-size: 28px;
    padding: 3px 8px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }

  button:hover:enabled {
    background: var(--_surface-quiet);
  }

  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.primary:hover:enabled {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  button.plain {
    border-color: transparent;
    background: none;
  }

  button:disabled,
  select:disabled {
    border-color: var(--_line);
    color: var(--_text-quiet);
    cursor: default;
  }

  button.primary:disabled {
    background: none;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_danger);
    background: var(--_danger-quiet);
  }

  /* Where there is no room beside the sentence, all of them stand below it. */
  .notice > .ways {
    display: flex;
    gap: 8px;
  }

  .heading {
    font-weight: 600;
  }

  /* Tints are not drawn there. A border or an outline would be taken for the focus. */
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
