import { css } from 'lit';

export const styles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  .controls:focus-visible {
    outline-offset: 2px;
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  .notice {
    margin-block-start: 8px;
  }

  .hint {
    margin-block-start: 4px;
  }
`;
