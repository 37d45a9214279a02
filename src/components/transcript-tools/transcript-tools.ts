import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { styles } from './transcript-tools.styles.js';

/**
 * To be built.
 *
 * @tag transcript-tools
 * @summary To be built.
 */
export class TranscriptTools extends SessionWidget {
  static override styles = [base, styles];

  protected override renderSession(): TemplateResult {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'transcript-tools': TranscriptTools;
  }
}
