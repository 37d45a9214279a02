import { css } from 'lit';

/** Of what is loaded with the first thing to say. */
export const styles = css`
  /* Over the figures, which cannot be clicked: what is said moves nothing and takes no room. */
  .say {
    grid-area: tasks;
    z-index: 1;
    contain: size;
    display: flex;
    align-items: center;
    align-self: stretch;
    gap: 0 8px;
    margin-block: -7px;
    background: var(--_surface);
  }

  .say > * {
    flex: none;
  }

  .say > strong {
    max-inline-size: 30%;
    max-block-size: 40px;
    overflow: hidden;
  }

  .say > :is(.notice, .hint) {
    flex: 1;
    min-inline-size: 0;
  }

  /* All of a long sentence can be read, in the room there is. */
  .say > .notice {
    flex-wrap: nowrap;
    align-items: start;
    align-self: stretch;
    padding-block: 2px;
    overflow-y: auto;
  }

  .say > .notice > * {
    flex: none;
    margin-block: auto;
  }

  .say > .notice > :first-child {
    flex: 1;
  }

  /* A line for the sentence, one for its ways on. */
  .bar .say > .notice {
    flex-wrap: wrap;
    gap: 0 4px;
    padding: 0 4px;
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .bar .say > .notice > :first-child {
    flex: 1 0 100%;
  }

  .bar .say > .notice > button {
    position: sticky;
    inset-block-end: 0;
  }

  .bar .say .plain {
    background: inherit;
  }

  .bar .say button {
    min-block-size: 24px;
    padding-block: 0;
  }

  .bar .say > .figures {
    display: none;
  }

  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }
`;
