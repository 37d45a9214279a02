import { css } from 'lit';

export const styles = css`
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 28px;
  }

  .word {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--_text-quiet);
  }

  .broken {
    color: var(--_warning);
    font-weight: 600;
  }
`;
