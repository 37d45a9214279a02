import { css } from 'lit';

export const styles = css`
  .status,
  .word {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 28px;
  }

  .broken {
    color: var(--_warning);
    font-weight: 600;
  }
`;
