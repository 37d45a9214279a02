import { css } from 'lit';

export const styles = css`
  /* No grid: WebKit keeps the row of what has a least height as high as it was at another width. */
  .task {
    display: flex;
    flex-direction: column;
  }

  .description {
    white-space: pre-wrap;
  }

  .updates li {
    padding-block: 4px;
    border-block-start: 1px solid var(--_line);
  }

  .updates bdi {
    white-space: pre-wrap;
  }

  a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    color: var(--_accent);
  }

  .unsafe {
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_surface-quiet);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 28px;
  }

  .steps > [role='status'] {
    order: 1;
  }

  .cancelled {
    display: flex;
    align-items: start;
    gap: 8px;
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_danger);
    background: var(--_danger-quiet);
  }

  .cancelled svg {
    margin-block-start: 2px;
    color: var(--_danger);
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
`;
