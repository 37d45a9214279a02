import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './companion-chat.styles.js';

/**
 * To be built.
 *
 * @tag companion-chat
 * @summary To be built.
 */
export class CompanionChat extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'companion-chat': CompanionChat;
  }
}
