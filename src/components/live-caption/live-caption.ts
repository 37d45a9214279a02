import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './live-caption.styles.js';

/**
 * To be built.
 *
 * @tag live-caption
 * @summary To be built.
 */
export class LiveCaption extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'live-caption': LiveCaption;
  }
}
