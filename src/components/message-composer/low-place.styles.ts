import { css } from 'lit';

/** A composer in a low place, such as a narrow panel beside a keyboard on screen. */
export const lowPlace = css`
  .formatting {
    display: none;
    min-inline-size: 28px;
    padding: 0;
  }

  /* In a low place the room is for what is answered: one line to write in, and the formatting when it is asked for. */
  @container (max-height: 300px) {
    .composer {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
    }

    .composer > * {
      flex: 1 0 100%;
    }

    .composer > .field-place {
      flex: 1 1 0;
      min-inline-size: 96px;
    }

    .composer > .foot {
      flex: none;
      padding: 2px;
    }

    /* What is wrong is said in a line of its own; how long it is, then too. */
    .composer > .foot:has(.count > :nth-child(2)) {
      flex: 1 0 100%;
      padding-inline-start: 8px;
    }

    .count:not(:has(> :nth-child(2))) {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .formatting {
      display: block;
    }

    .toolbar:not(.asked) {
      display: none;
    }

    .loading,
    .surface {
      min-block-size: 32px;
    }

    .formatted > .field-place:has(> .loading) {
      margin-block-start: 0;
    }

    .surface {
      max-block-size: min(var(--my-sessions-composer-height, 160px), 40cqb);
    }
  }
`;
