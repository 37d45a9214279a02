import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    grid-template-columns: minmax(88px, 2fr) minmax(0, 3fr);
    gap: 4px 12px;
  }

  dt {
    overflow-wrap: break-word;
    color: var(--_text-quiet);
  }

  .separated {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }

  .pending,
  .missing {
    color: var(--_text-quiet);
    font-style: italic;
  }

  .hint {
    margin-block-start: 8px;
  }
`;
