import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .keys {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 16px;
    margin: 0;
  }

  .keys > * {
    margin: 0;
  }

  /* All of them at a glance. */
  @media (min-width: 720px) {
    dialog {
      max-inline-size: 720px;
    }

    .keys {
      grid-template-columns: repeat(2, minmax(0, 1fr) auto);
      column-gap: 24px;
    }
  }

  /* On a low screen the list is scrolled, and the way out of it stays. */
  dialog .choices {
    position: sticky;
    inset-block-end: -16px;
    margin-block-end: -16px;
    padding-block: 8px 16px;
    background: var(--_surface);
  }

  dd {
    text-align: end;
  }

  kbd {
    display: inline-block;
    min-inline-size: 24px;
    padding-inline: 4px;
    border: 1px solid var(--_line-strong);
    border-radius: 4px;
    background: var(--_surface-quiet);
    font: inherit;
    font-size: var(--_size-small);
    line-height: 1.6667;
    text-align: center;
  }
`;
