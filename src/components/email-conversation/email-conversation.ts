import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './email-conversation.styles.js';

/**
 * To be built.
 *
 * @tag email-conversation
 * @summary To be built.
 */
export class EmailConversation extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'email-conversation': EmailConversation;
  }
}
