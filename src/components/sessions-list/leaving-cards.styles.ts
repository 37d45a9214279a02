import { css } from 'lit';

/** The way out of a card, over what stands at its end: nothing moves when it comes. */
export const styles = css`
  .row {
    position: relative;
  }

  .leave {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 8px;
    margin-block: auto;
    inline-size: 28px;
    block-size: 28px;
    min-block-size: 24px;
    padding: 0;
  }

  .row:has(.past) .leave {
    inset-inline-end: 4px;
    inline-size: 24px;
    block-size: 24px;
  }

  .row:has(.leave:hover) .card {
    background: var(--_surface-quiet);
  }

  .row:has(.leave:hover) .card[aria-current] {
    background: var(--_accent-quiet);
  }

  /* Over the corner of the icon that has no mark. */
  :host(:not([mode='list'])) .row .leave {
    inset-block: auto 2px;
    inset-inline: 2px auto;
    inline-size: 24px;
    block-size: 24px;
    border-color: var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
  }

  :host(:not([mode='list'])) .row .leave svg {
    inline-size: 14px;
    block-size: 14px;
  }

  /* Where nothing hovers it is always there, in room of its own. */
  @media not ((hover: hover) and (pointer: fine)) {
    :host([mode='list']) .row:has(.leave) .card {
      padding-inline-end: 48px;
    }

    :host([mode='list']) .row .leave {
      inset-inline-end: 0;
      inline-size: 44px;
      block-size: auto;
    }

    :host([mode='list']) .row:has(.leave) .past {
      padding-inline-end: 36px;
    }

    :host([mode='list']) .row:has(.past) .leave {
      inline-size: 36px;
    }

    /* An icon that is touched is turned to, where the way out is in sight. What has the focus is not folded away. */
    :host(:not([mode='list'])) .row .leave:not(:focus) {
      display: none;
    }
  }

  @media (hover: hover) and (pointer: fine) {
    .leave {
      opacity: 0;
    }

    .row:hover .leave,
    .card:focus-visible + .leave,
    .leave:focus-visible {
      opacity: 1;
    }

    :host([mode='list']) :is(.row:hover .card, .card:focus-visible):has(+ .leave) :is(.since, .todo) {
      opacity: 0;
    }
  }
`;
