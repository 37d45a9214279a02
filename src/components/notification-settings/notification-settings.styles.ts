import { css } from 'lit';

export const styles = css`
  /* Blocks: where these lie in rows WebKit keeps one as high as it was at another width. */
  .settings > * + * {
    margin-block-start: 12px;
  }

  h2 {
    font-weight: 600;
  }

  /* A block: of one that lays out its parts WebKit makes room for the legend twice. */
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset > :not(legend) + * {
    margin-block-start: 4px;
  }

  legend {
    margin-block-end: 4px;
    padding: 0;
    color: var(--_text-quiet);
  }

  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  .row.wraps {
    flex-wrap: wrap;
    justify-content: start;
  }

  label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    min-inline-size: 0;
  }

  input {
    flex: none;
    margin: 0;
    accent-color: var(--_accent);
  }

  input[type='checkbox'] {
    inline-size: 16px;
    block-size: 16px;
  }

  input[type='range'] {
    flex: 1 1 80px;
    min-inline-size: 80px;
    max-inline-size: 240px;
    block-size: 28px;
  }

  /* Its longest choice may be wider than all there is. */
  select {
    max-inline-size: 100%;
  }

  output {
    min-inline-size: 48px;
    text-align: end;
  }

  .row button {
    flex: none;
  }
`;
