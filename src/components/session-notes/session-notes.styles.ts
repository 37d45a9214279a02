import { css } from 'lit';
import { richText } from '../../rich-text/rich-text.styles.js';

export const styles = [
  richText,
  css`
    .notes,
    .overtaken {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }

    .composer {
      --_field: 72px;
    }

    .overtaken {
      padding: 8px;
      border: 1px solid var(--_line);
      border-inline-start: 3px solid var(--_warning);
      border-radius: var(--_radius);
      background: var(--_surface-quiet);
    }

    .theirs {
      overflow-y: auto;
      max-block-size: 160px;
    }

    .whole {
      overflow: auto;
      max-block-size: 240px;
      overflow-wrap: anywhere;
    }

    .plain-text {
      white-space: pre-wrap;
    }

    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
  `,
];
