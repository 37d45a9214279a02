import { css } from 'lit';

/** How formatted text looks, the same in the editor and in the history. */
export const richText = css`
  .rich p,
  .rich ul,
  .rich ol,
  .rich pre {
    margin: 0;
  }

  /* Each paragraph begins where its own writing begins; what is in a list, beside its mark. */
  .rich :is(p, li, pre) {
    text-align: start;
    unicode-bidi: plaintext;
  }

  .rich :is(li, li > *) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .rich > * + *,
  .rich li > * + * {
    margin-block-start: 4px;
  }

  .rich ul,
  .rich ol {
    padding-inline-start: 24px;
  }

  .rich ul {
    list-style: disc;
  }

  .rich code {
    font-family: ui-monospace, monospace;
    font-size: var(--_size-small);
  }

  .rich :not(pre) > code {
    padding-inline: 4px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    background: var(--_surface-quiet);
    color: var(--_text);
  }

  .rich pre {
    overflow-x: auto;
    padding: 4px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-quiet);
    color: var(--_text);
    white-space: pre-wrap;
  }

  .rich a {
    color: var(--_accent);
  }
`;
