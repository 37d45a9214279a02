import { css } from 'lit';

/** Of what is loaded beside the presence. */
export const styles = css`
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
  .short,
  .news:empty {
    display: none;
  }

  /* In a header what comes and goes leaves its height as it is: two lines of it, which open the rest. */
  @container (min-width: 1280px) {
    :host {
      flex: auto;
    }

    .presence {
      flex-wrap: nowrap;
    }

    .name,
    .presence > .figures {
      flex: none;
      white-space: nowrap;
    }

    /* As wide as there is room, and no reason for a header to break. */
    .place:has(> .tell) {
      display: flex;
      flex: 2 0 0;
      inline-size: 0;
    }

    .tell {
      inline-size: auto;
      max-inline-size: 100%;
      padding: 0;
      border: 0;
      text-align: start;
    }

    .tell > svg {
      display: none;
    }

    .short {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      font-size: var(--_size-small);
      line-height: 1.1667;
      white-space: normal;
    }

    .why:not(.open) > .said {
      display: none;
    }

    /* Of both a word or two would be left; the reason stays, and the way out with it. */
    .why + .news {
      position: absolute;
      clip-path: inset(50%);
    }

    .news:not(:empty) {
      flex: 1 0 0;
      inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  }

  .why.open {
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

    .why:not(.open, :focus-within) {
      display: none;
    }

    /* The way out keeps the focus when the room for it goes. */
    .why:focus-within {
      position: absolute;
      inset: 100% 0 auto;
      z-index: 2;
      padding: 8px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .news {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  /* What it leaves free, the word beside it needs. */
  @container (max-width: 340px) {
    .place,
    .tell {
      inline-size: 24px;
    }

    .place {
      margin-inline-start: -4px;
    }
  }
`;
