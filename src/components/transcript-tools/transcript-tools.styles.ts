import { css } from 'lit';

export const styles = css`
  :host {
    position: relative;
    container-type: inline-size;
  }

  .tools {
    display: grid;
    gap: 4px;
    margin-inline: 12px;
    padding-block: 4px 8px;
    border-block-end: 1px solid var(--_line);
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  input {
    flex: 1;
    min-inline-size: 120px;
  }

  textarea {
    inline-size: 100%;
    font: inherit;
    resize: vertical;
  }

  p:empty {
    display: none;
  }

  [part='note'] {
    margin-inline: 12px;
  }
`;
