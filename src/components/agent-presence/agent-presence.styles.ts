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

  .why,
  .said {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-inline-size: 0;
  }

  .way {
    flex: none;
  }

  .place,
  .news:empty {
    display: none;
  }

  /* In a header what comes and goes leaves its height as it is: it is cut, and stands in full in the tooltip. */
  @container (min-width: 1280px) {
    .presence,
    .why {
      flex-wrap: nowrap;
    }

    .name,
    .presence > .figures {
      flex: none;
      white-space: nowrap;
    }

    .said,
    .news {
      display: block;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }

  /* Where there is no room for a sentence a button, whose place is kept, opens it over what stands below. */
  @container (max-width: 1279.9px) {
    .place {
      display: block;
      flex: none;
      inline-size: 28px;
    }

    .tell {
      inline-size: 28px;
      padding: 0;
      color: var(--_warning);
    }

    .why {
      position: absolute;
      inset-block-start: 100%;
      inset-inline: 0;
      z-index: 2;
      min-inline-size: 240px;
      padding: 8px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: 0 4px 16px rgb(0 0 0 / 24%);
    }

    .why:not(.open) {
      display: none;
    }

    .news {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    .dot[data-presence='available'] {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
