import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    gap: 4px 12px;
  }

  dt {
    min-inline-size: 88px;
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
