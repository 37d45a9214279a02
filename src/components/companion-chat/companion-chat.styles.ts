import { css } from 'lit';

export const styles = css`
  :host {
    block-size: var(--my-sessions-companion-height, auto);
  }

  .conversation {
    block-size: 100%;
  }

  .conversation[hidden] {
    display: none;
  }
`;
