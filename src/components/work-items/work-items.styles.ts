import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .items {
    padding: 8px 16px;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block: 8px;
  }

  .lists {
    display: flex;
    gap: 4px;
  }

  .lists > [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-quiet);
    font-weight: 600;
  }

  input {
    flex: 1 1 160px;
    min-inline-size: 0;
    max-inline-size: 320px;
  }

  .limit {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 36px;
    padding: 4px 8px;
    border-inline-start: 3px solid var(--_line-strong);
  }

  .limit.near {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-quiet);
  }

  .limit.full {
    border-inline-start-color: var(--_danger);
    background: var(--_danger-quiet);
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 12px;
    min-block-size: 44px;
    padding-block: 4px;
    border-block-end: 1px solid var(--_line);
  }

  .name,
  .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .about {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0 8px;
    /* Room for the border of a mark, which adds nothing to the height of a row. */
    margin-block: -1px;
    padding-block: 1px;
  }

  .about > svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .about > bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .hidden,
  .mark {
    flex: none;
    margin-block: -1px;
    padding-inline: 4px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }

  .record {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    padding: 0 6px;
    font-size: inherit;
  }

  .record > svg {
    inline-size: 14px;
    block-size: 14px;
  }

  .more {
    margin-block-start: 8px;
  }

  .said {
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 36px;
    padding-inline: 8px;
  }

  @container (max-width: 420px) {
    .said {
      min-block-size: 64px;
    }

    .about {
      flex-wrap: wrap;
    }
  }

  .after {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 44px;
  }

  .after > .more {
    margin-block-start: 0;
  }
`;
