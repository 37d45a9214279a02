import { css } from 'lit';

export const styles = css`
  .address {
    font-weight: 600;
  }

  .map {
    position: relative;
    isolation: isolate;
    margin-block: 8px 4px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-quiet);
  }

  .map[hidden],
  .buttons[hidden] {
    display: none;
  }

  /* Pixels of a map count from the left, in every language. */
  .viewport {
    direction: ltr;
    block-size: var(--my-sessions-map-height, 220px);
  }

  .viewport > .leaflet-container {
    z-index: 0;
    block-size: 100%;
    background: none;
    font: inherit;
    outline-offset: -2px;
  }

  .pin svg {
    inline-size: 32px;
    block-size: 32px;
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }

  .buttons {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    gap: 4px;
  }

  .buttons button {
    inline-size: 28px;
    padding: 0;
  }

  .attribution {
    text-align: end;
  }

  .notes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }

  .notes:has(> p:only-child:empty) {
    display: none;
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    color: var(--_accent);
  }

  @media (forced-colors: active) {
    .pin svg {
      forced-color-adjust: none;
      fill: Highlight;
      stroke: Canvas;
    }
  }
`;
