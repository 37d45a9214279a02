import { css } from 'lit';

/** Where there is a `cutSentence`. */
export const cutSentenceStyles = css`
  .cut {
    display: flex;
    min-inline-size: 0;
    white-space: pre;
  }

  .cut > * {
    flex-shrink: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .cut > bdi {
    flex-shrink: 999;
  }
`;
