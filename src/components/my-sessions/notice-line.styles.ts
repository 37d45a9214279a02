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

  .say > .notice {
    font-size: var(--_size-small);
    line-height: 1.1667;
  }

  /* All of it at once for whoever turns to it, over what stands below. */
  .say > .notice:focus {
    align-self: start;
    min-block-size: 100%;
    max-block-size: 60vh;
    box-shadow: 0 8px 16px rgb(0 0 0 / 16%);
  }

  .say > .notice > :is(button, .ways) {
    position: sticky;
    inset-block: 0;
  }

  .bar .say :is(.notice, .ways) {
    gap: 4px;
  }

  .bar .say > .notice {
    padding: 0 4px;
  }

  .bar .say button {
    padding-inline: 4px;
  }

  .next:dir(rtl) > svg {
    scale: -1 1;
  }

  .bar .say > .figures {
    display: none;
  }

  .notice.calm {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }
`;
