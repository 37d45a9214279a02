import { css } from 'lit';

/** A piece of written work: its parts one below the other, with a title on top. */
export const workStyles = css`
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 12px 16px;
  }

  h3 {
    font-size: 16px;
    font-weight: 600;
    line-height: 1.5;
  }
`;
