import { css } from 'lit';

/** Files that came with a message or a mail. */
export const receivedFilesStyles = css`
  .received {
    display: grid;
    grid-auto-rows: minmax(28px, auto);
    gap: 4px;
    max-inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .received li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    overflow-wrap: anywhere;
  }

  .received li > svg {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    color: var(--_text-quiet);
  }

  /* Beside the icon, and not below it. */
  .received li > :is(a, bdi) {
    max-inline-size: calc(100% - 24px);
  }

  .received a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    color: var(--_accent);
  }

  .received a svg {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
  }

  .received img {
    inline-size: auto;
    max-inline-size: 100%;
    max-block-size: 240px;
    border-radius: var(--_radius);
  }
`;
