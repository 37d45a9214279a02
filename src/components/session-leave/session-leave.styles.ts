import { css } from 'lit';

export const styles = css`
  :host {
    inline-size: fit-content;
  }

  .leave {
    min-inline-size: 28px;
    padding: 3px;
  }

  .leave.failed {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  dialog {
    inline-size: 400px;
  }

  h2 {
    font-size: 16px;
    font-weight: 600;
    line-height: 1.5;
  }

  .unfinished {
    display: grid;
    gap: 4px;
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_danger);
    background: var(--_danger-quiet);
  }

  q {
    quotes: none;
    white-space: pre-wrap;
  }

  .ways {
    display: grid;
    gap: 8px;
  }

  .way {
    display: grid;
    justify-content: stretch;
    gap: 0;
    padding: 8px 12px;
    text-align: start;
  }

  .way .name {
    font-weight: 600;
  }

  .way .what {
    color: var(--_text);
  }
`;
