import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './conversation-context.styles.js';

/**
 * To be built.
 *
 * @tag conversation-context
 * @summary To be built.
 */
export class ConversationContext extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-context': ConversationContext;
  }
}
