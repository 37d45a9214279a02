import { css } from 'lit';

export const styles = css`
  .presence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .name {
    font-weight: 600;
  }

  /* Agents know their own names. */
  @container (max-width: 340px) {
    .name:has(+ select) {
      position: absolute;
      clip-path: inset(50%);
    }

    /* In one line, beside whatever else says how things are. */
    :host {
      flex: 1 0 180px;
      min-inline-size: 0;
    }

    .presence:has(select) {
      flex-wrap: nowrap;
    }

    .presence > select {
      flex: 1;
      min-inline-size: 0;
    }
  }

  .dot {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_text-quiet);
    border-radius: 50%;
  }

  .dot[data-presence='available'] {
    border-color: var(--_success);
    background: var(--_success);
  }

  .dot[data-presence='busy'] {
    border-color: var(--_warning);
    background: linear-gradient(90deg, var(--_warning) 50%, transparent 50%);
  }

  .dot[data-presence='do-not-disturb'] {
    border-color: var(--_danger);
    border-width: 5px 2px;
  }

  @media (forced-colors: active) {
    .dot[data-presence='available'] {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
