import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(88px, 2fr) minmax(0, 3fr);
    gap: 4px 12px;
  }

  @container (min-width: 480px) {
    dl {
      grid-template-columns: repeat(2, fit-content(24%) minmax(0, 1fr));
    }

    /* Whatever it says, in the line that is kept for it. */
    dt.wide {
      grid-column: 1;
    }

    dd.wide {
      grid-column: 2 / -1;
    }
  }

  dt {
    overflow-wrap: break-word;
    color: var(--_text-quiet);
  }

  dd {
    position: relative;
    min-inline-size: 0;
  }

  dl + dl {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }

  a {
    color: var(--_accent);
  }

  .pending,
  .empty,
  .not-available {
    color: var(--_text-quiet);
  }

  dd.empty {
    padding: 0;
  }

  .pending,
  .not-available {
    font-style: italic;
  }

  /* In the line that was kept for the value: what comes, or does not, moves nothing. */
  dd.not-available {
    display: flex;
    gap: 4px;
    white-space: nowrap;
  }

  dd.not-available > .reason > bdi {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* All of it for whoever turns to it, also without a pointer. */
  dd.not-available:focus-within {
    flex-wrap: wrap;
    white-space: normal;
  }

  .reason {
    min-inline-size: 0;
    font-size: var(--_size-small);
    line-height: 1.6667;
  }

  /* Stands in the gap between the columns, so that nothing moves when it comes or goes. */
  .new {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: -11px;
    inline-size: 8px;
    block-size: 8px;
    border: 4px solid var(--_accent);
    border-radius: 50%;
  }

  .records {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-block-size: 32px;
    margin-block-start: 8px;
  }

  .record {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
  }

  /* Its room is there before it has something to say. */
  .hint {
    min-block-size: 16px;
    margin-block-start: 8px;
  }
`;
