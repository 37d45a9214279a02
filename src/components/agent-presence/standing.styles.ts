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
  .news:empty {
    display: none;
  }

  /* In a header what comes and goes leaves its height as it is: it is cut, and stands in full in the tooltip. */
  @container (min-width: 1280px) {
    :host {
      flex: auto;
    }

    .presence,
    .why {
      flex-wrap: nowrap;
    }

    .name,
    .presence > .figures {
      flex: none;
      white-space: nowrap;
    }

    /* As wide as there is room, and no reason for a header to break. */
    .why,
    .news:not(:empty) {
      flex: 2 0 0;
      inline-size: 0;
      /* Against the gap before it, which would move what stands beside the presence. */
      margin-inline-start: -8px;
      text-indent: 8px;
    }

    .news:not(:empty) {
      flex-grow: 1;
    }

    /* Of both a word or two would be left; the reason stays, and the way out with it. */
    .why + .news {
      position: absolute;
      clip-path: inset(50%);
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
`;
