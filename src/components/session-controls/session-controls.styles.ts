import { css } from 'lit';

export const styles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  /* Whoever has little width for them lets them share it. */
  .controls > button {
    flex: var(--_control-grow, none);
  }

  .controls > button > svg {
    display: var(--_control-icon, block);
  }

  .controls:focus-visible {
    outline-offset: 2px;
  }

  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }

  [aria-disabled='true'].impeded {
    border-color: var(--_line);
    border-style: dashed;
    background: none;
    color: var(--_text-quiet);
    opacity: 1;
    cursor: not-allowed;
  }

  /* Whoever says it beside them leaves it out here. */
  .time {
    display: var(--_control-time, inline);
  }

  .rule {
    display: var(--_control-time, block);
  }

  .notice {
    margin-block-start: 8px;
  }

  .hint {
    margin-block-start: 4px;
  }
`;
