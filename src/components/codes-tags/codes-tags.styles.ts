import { css } from 'lit';
import { popup } from './option-popup.styles.js';

export const styles = [
  popup,
  css`
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
      gap: 8px;
    }

    .not-yet {
      margin-block-end: 8px;
    }

    .code,
    label,
    .tagged {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
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

    .field:disabled {
      border-color: var(--_line);
      color: var(--_text-quiet);
    }

    .pending {
      border-style: dashed;
    }

    .failed {
      border-color: var(--_danger);
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
      min-block-size: 26px;
      padding-inline: 8px;
      border: 1px solid var(--_line);
      border-radius: 13px;
      background: var(--_surface-quiet);
    }

    .tag.pending {
      border: 1px dashed var(--_line-strong);
    }

    .tag.failed {
      border-color: var(--_danger);
    }

    .tag:has(button) {
      padding-inline-end: 0;
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

    .earlier {
      justify-self: start;
    }

    .about {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }

    /* Kept for the button that tells of them. */
    .may-be-suggested {
      margin-block: -4px;
      min-block-size: 28px;
    }

    .lay-out {
      min-inline-size: 0;
      color: var(--_accent);
    }

    .lay-out svg {
      flex: none;
    }

    .suggested {
      display: grid;
      gap: 4px;
      margin-block-start: 8px;
      padding: 8px;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    .suggested > p {
      display: flex;
      align-items: center;
      gap: 4px;
    }

    .suggested li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding-block: 2px;
    }

    .suggested li > span {
      min-inline-size: 0;
    }

    .suggested li button {
      flex: none;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: 4px;
    }
  `,
];
