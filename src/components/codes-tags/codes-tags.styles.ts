import { css } from 'lit';

export const styles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
    gap: 8px;
  }

  label,
  .tagged {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  .tagged {
    margin-block-start: 8px;
  }

  select,
  .field {
    inline-size: 100%;
    min-inline-size: 0;
  }

  .saving {
    border-style: dashed;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .tags:empty {
    display: none;
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    max-inline-size: 100%;
    padding-inline-start: 8px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface-quiet);
  }

  .tag bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tag button {
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0;
    border-radius: 12px;
  }

  .tag svg {
    inline-size: 12px;
    block-size: 12px;
  }

  .box {
    position: relative;
  }

  .suggestions {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-start: 100%;
    max-block-size: 200px;
    overflow-y: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 12px rgb(0 0 0 / 16%);
  }

  .suggestions li {
    padding: 4px 8px;
    cursor: pointer;
  }

  .suggestions li[aria-selected='true'],
  .suggestions li:hover {
    background: var(--_accent-quiet);
    color: var(--_accent);
  }

  @media (forced-colors: active) {
    .suggestions li[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
