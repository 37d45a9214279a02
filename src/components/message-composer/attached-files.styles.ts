import { css } from 'lit';

/** The files of a message, and which are left out. */
export const attachedFilesStyles = css`
  .attached {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: 4px;
    max-block-size: 160px;
    overflow-y: auto;
    padding: 4px 8px;
  }

  .attached li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    padding: 4px;
    padding-inline-start: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .attached .troubled {
    border-inline-start: 3px solid var(--_danger);
  }

  .attached button,
  .attach {
    flex: none;
    min-inline-size: 28px;
    padding: 0;
  }

  .sight {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    overflow: hidden;
    border-radius: 2px;
    color: var(--_text-quiet);
  }

  .sight canvas {
    inline-size: 40px;
    block-size: 40px;
    object-fit: cover;
  }

  .sight canvas:not([hidden]) + svg {
    display: none;
  }

  .file {
    display: grid;
    flex: 1;
    justify-items: start;
    min-inline-size: 0;
  }

  .file-name {
    overflow-wrap: anywhere;
  }

  .file progress {
    inline-size: 100%;
    block-size: 4px;
    accent-color: var(--_accent);
  }

  .trouble {
    color: var(--_danger);
  }

  .trouble svg {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: 4px;
  }

  .left-out {
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_surface-quiet);
  }
`;
