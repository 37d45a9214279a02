import { css } from 'lit';

export const styles = css`
  .status,
  .word {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    white-space: nowrap;
  }

  /* Where there is no room for all of it, since when goes first; the end of a list of names is in its tooltip. */
  span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* Not by the least: of a part of a pixel that is missing a browser makes an ellipsis. */
  .word {
    flex: none;
    max-inline-size: 100%;
  }

  /* A workspace of 300px has 84px for it: the whole word tells more than a sign and half of it. */
  @container (max-width: 340px) {
    .word {
      gap: 4px;
      font-size: var(--_size-small);
    }

    .word:not(.broken) > svg {
      display: none;
    }
  }

  .broken {
    color: var(--_warning);
    font-weight: 600;
  }
`;
