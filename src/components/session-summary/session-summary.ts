import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './session-summary.styles.js';

/**
 * To be built.
 *
 * @tag session-summary
 * @summary To be built.
 */
export class SessionSummaryElement extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-summary': SessionSummaryElement;
  }
}
