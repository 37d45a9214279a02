import { css } from 'lit';

/**
 * Design tokens. Hosts set the public ones (`--my-sessions-*`) on any ancestor; elements use the private ones. Colours
 * follow the `color-scheme` in force. The accent is the one colour to change.
 */
export const tokens = css`
  :host {
    --_accent: var(--my-sessions-accent, light-dark(#5a43c8, #b6a6ff));
    --_on-accent: var(--my-sessions-on-accent, light-dark(#ffffff, #1d1640));
    --_accent-quiet: var(--my-sessions-accent-quiet, light-dark(#efecfb, #2b2742));
    --_surface: var(--my-sessions-surface, light-dark(#ffffff, #1b1a20));
    --_surface-quiet: var(--my-sessions-surface-quiet, light-dark(#f6f5f8, #232229));
    --_line: var(--my-sessions-line, light-dark(#e1dfe6, #38363f));
    --_line-strong: var(--my-sessions-line-strong, light-dark(#85818f, #86828f));
    --_text: var(--my-sessions-text, light-dark(#201e26, #eceaf1));
    --_text-quiet: var(--my-sessions-text-quiet, light-dark(#5e5a68, #aba7b5));
    --_danger: var(--my-sessions-danger, light-dark(#b3261e, #ff9f97));
    --_danger-quiet: var(--my-sessions-danger-quiet, light-dark(#fceeed, #3d2422));
    --_warning: var(--my-sessions-warning, light-dark(#855400, #f0c272));
    --_success: var(--my-sessions-success, light-dark(#1b6b3a, #84d3a3));
    --_radius: var(--my-sessions-radius, 6px);
    --_size: var(--my-sessions-font-size, 14px);
    --_size-small: var(--my-sessions-font-size-small, 12px);
  }
`;
