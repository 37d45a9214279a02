import { css } from 'lit';
import { cutSentenceStyles } from './cut-sentence.styles.js';

/** For every element that shows lines of history, beside the styles of cards. */
export const historyRowStyles = css`
  ${cutSentenceStyles}

  .past {
    grid-template-columns: auto 12px minmax(0, 1fr) auto;
    column-gap: 6px;
    block-size: 24px;
    min-block-size: 24px;
    padding-block: 0;
    color: var(--_text-quiet);
    font-size: 13px;
    font-weight: 400;
  }

  .past svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .time {
    min-inline-size: 40px;
    white-space: nowrap;
  }

  .past .title {
    color: var(--_text);
  }

  .sign {
    max-inline-size: 96px;
    white-space: nowrap;
  }

  .bad {
    color: var(--_danger);
  }

  /* What is left is always in sight; when the conversation was over can wait. */
  .unfinished {
    grid-template-columns: 12px minmax(0, 1fr) auto;
  }

  .unfinished > .time {
    display: none;
  }

  .todo {
    max-inline-size: none;
    color: var(--_warning);
    font-weight: 600;
  }
`;
