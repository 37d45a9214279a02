import { css } from 'lit';
import { receivedFilesStyles } from '../../views/received-files.styles.js';
import { cutSentenceStyles } from '../../views/cut-sentence.styles.js';
import { richText } from '../../rich-text/rich-text.styles.js';

export const styles = [
  cutSentenceStyles,
  richText,
  receivedFilesStyles,
  css`
    :host {
      display: flex;
      flex-direction: column;
      block-size: var(--my-sessions-chat-height, 480px);
      min-block-size: min(240px, 100cqb);
    }

    .history {
      position: relative;
      flex: 1 1 auto;
      min-block-size: 0;
    }

    .scroller {
      block-size: 100%;
      overflow-y: auto;
      overflow-anchor: none;
      padding: 8px 12px;
    }

    /* Paper is not scrolled. */
    @media print {
      :host,
      .scroller {
        block-size: auto !important;
      }

      .scroller {
        overflow: visible;
      }
    }

    .messages {
      display: flex;
      flex-direction: column;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .message {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      padding-block-start: 8px;
    }

    .continued {
      padding-block-start: 2px;
    }

    .own {
      align-items: flex-end;
    }

    .middle {
      align-items: center;
      text-align: center;
    }

    .day {
      align-self: stretch;
      display: flex;
      align-items: center;
      gap: 8px;
      padding-block: 4px 8px;
    }

    .day::before,
    .day::after {
      content: '';
      flex: 1;
      border-block-start: 1px solid var(--_line);
    }

    .who {
      display: flex;
      gap: 8px;
      max-inline-size: 100%;
      padding-inline: 4px;
    }

    .name {
      font-weight: 600;
    }

    .bubble {
      max-inline-size: 88%;
      padding: 4px 10px;
      border: 1px solid var(--_line);
      border-radius: 10px;
      background: var(--_surface);
    }

    /* WebKit is two to four times as long about a long text whose width follows from its lines. */
    .bubble:has(details) {
      inline-size: 88%;
    }

    .other .bubble {
      border-end-start-radius: 2px;
    }

    .own .bubble {
      border-end-end-radius: 2px;
      border-color: transparent;
      background: var(--_accent-quiet);
    }

    [data-role='bot'] .bubble,
    [data-role='colleague'] .bubble {
      border-style: dashed;
      border-color: var(--_line-strong);
    }

    .middle .bubble {
      border-color: transparent;
      background: none;
      color: var(--_text-quiet);
      font-size: var(--_size-small);
      line-height: 1.3334;
    }

    .middle .who {
      display: none;
    }

    .plain-text {
      display: block;
      white-space: pre-wrap;
    }

    .state {
      display: flex;
      align-items: center;
      gap: 4px;
      padding-inline: 4px;
    }

    .state svg,
    .closed svg {
      inline-size: 12px;
      block-size: 12px;
    }

    .failed {
      flex-wrap: wrap;
      justify-content: flex-end;
      color: var(--_danger);
      font-size: var(--_size-small);
      line-height: 1.3334;
    }

    .failed span {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }

    .failed button {
      color: var(--_text);
    }

    .step {
      display: flex;
      margin-inline: auto;
    }

    .typing {
      min-block-size: 16px;
      padding-inline: 12px;
    }

    .closed {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 4px 12px;
      border-inline-start: 3px solid var(--_line-strong);
      background: var(--_surface-quiet);
    }

    .time-left {
      padding-inline: 12px;
      color: var(--_warning);
    }

    /* Nothing is written, and nothing can be: the sentence above says why. */
    .composer.idle {
      display: none;
    }

    .composer {
      padding: 4px 8px 8px;
    }

    @media (forced-colors: active) {
      .own .bubble {
        border-color: Highlight;
      }
    }
  `,
];
