import { css } from 'lit';

/** Who and which controls, in one line wherever there is room for them. */
export const headStyles = css`
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    max-block-size: 50cqb;
    --_control-time: none;
    padding: 6px 16px;
    /* In the corner, whatever stands beside or below it. */
    padding-inline-end: 48px;
    position: relative;
  }

  .leave {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 12px;
  }

  header > :not(.who) {
    flex: 0 1 auto;
  }

  /* Where words are so long that nothing would be left of a name, the controls take a second line. */
  .who {
    display: grid;
    flex: 1;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    align-items: baseline;
    gap: 0 12px;
    min-inline-size: 96px;
    white-space: nowrap;
  }

  h2 {
    min-inline-size: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 1.5;
  }

  :is(h2, .facts, .facts bdi) {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .facts {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0 12px;
    min-inline-size: 0;
  }

  .facts > :not(bdi, .result, .rule) {
    flex: none;
  }

  /* Cut when there is nothing left of how it ended. */
  .rule {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  /* Its word is cut, beside its icon, from the end that the word is written to. */
  .result {
    display: flex;
    flex-shrink: 9999;
    align-items: center;
    min-inline-size: 0;
  }

  .result > svg {
    flex: none;
  }

  .facts > svg {
    margin-inline-end: -4px;
    inline-size: 14px;
    block-size: 14px;
  }

  /* In one line at any width: what has no room there stands in the tooltip. */
  @container (max-width: 899px) {
    header {
      --_control-icon: none;
    }

    .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 599px) {
    header {
      display: grid;
      grid-template: 24px minmax(28px, auto) / minmax(0, 1fr);
      align-items: start;
    }

    /* In the middle of the line of the name, which is lower. */
    .leave {
      inset-block-start: 4px;
    }

    /* Of what is over nothing can be asked: how it ended has the line of the controls. */
    .over .facts {
      position: static;
    }

    .over .result {
      position: absolute;
      inset-block-start: 34px;
      inset-inline: 16px;
      block-size: 28px;
    }

    /* Of a record nothing can be asked but to close it. */
    header:has(> .leave:nth-child(2)) {
      grid-template-rows: 28px;
    }
  }

  @container (max-width: 479px) {
    header {
      padding: 4px 12px;
      --_control-grow: 1 0 auto;
    }

    .who {
      padding-inline-end: 28px;
    }

    .leave {
      inset-block-start: 2px;
      inset-inline-end: 8px;
    }

    .facts {
      gap: 0 8px;
    }

    .over .result {
      inset-block-start: 32px;
      inset-inline: 12px;
    }
  }

  /* How long it is as it is now matters more than how long it is connected. */
  @container (max-width: 359px) {
    .connected,
    .connected + span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
`;
