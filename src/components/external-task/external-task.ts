import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './external-task.styles.js';

/**
 * To be built.
 *
 * @tag external-task
 * @summary To be built.
 */
export class ExternalTaskElement extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'external-task': ExternalTaskElement;
  }
}
