import { css } from 'lit';

export const styles = css`
  .status,
  .word {
    display: flex;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 28px;
    white-space: nowrap;
  }

  .status > .quiet {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .broken {
    color: var(--_warning);
    font-weight: 600;
  }
`;
