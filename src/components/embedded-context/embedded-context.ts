import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './embedded-context.styles.js';

/**
 * To be built.
 *
 * @tag embedded-context
 * @summary To be built.
 */
export class EmbeddedContext extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'embedded-context': EmbeddedContext;
  }
}
