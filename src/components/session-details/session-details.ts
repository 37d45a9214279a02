import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectServiceOf } from '../../core/selectors/select-workspace.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { sessionDetails } from '../../localize/en/session-details.js';
import { base } from '../../styles/base.js';
import { SessionWidget } from '../shared/session-widget.js';
import { longText } from '../shared/long-text.js';
import { parameterRows, systemRows } from './rows-of-session.js';
import type { DetailRow } from './rows-of-session.js';
import { styles } from './session-details.styles.js';

/**
 * Shows an agent who is calling, by which service, since when and how it ended, and the parameters that the service's
 * owner chose. Caller and customer stay two things; values that have not arrived yet say so.
 *
 * @tag session-details
 * @summary Caller, customer, service, times, result and the chosen parameters of one session.
 */
export class SessionDetails extends SessionWidget {
  static override styles = [base, styles];

  protected override get widget(): 'session-details' {
    return 'session-details';
  }

  readonly #service = new SliceController(this, selectServiceOf, () => this.shownId);

  protected override renderSession(session: Session, { localization, store }: WorkspaceHandle): TemplateResult {
    const {
      'session-details': words = sessionDetails,
      common: { showMore },
    } = localization.strings;
    const service = this.#service.value;
    const parameters = parameterRows(session, service?.extensions.sessionDetails.parameters ?? [], localization);
    const isUnknown = session.customer?.name === undefined && session.caller?.name === undefined;
    const isSettled = parameters.every(({ state }) => state !== 'pending');
    return html`
      <dl aria-label=${words.title}>
        ${systemRows(session, service?.name ?? session.serviceId, store.clock.now(), localization).map((own) => row(own, showMore))}
      </dl>
      ${parameters.length > 0 ? html`<dl class="separated">${parameters.map((own) => row(own, showMore))}</dl>` : nothing}
      ${isUnknown && isSettled ? html`<p class="hint quiet">${words.incomplete}</p>` : nothing}
    `;
  }
}

/** Many values stand together here, so each shows less at first than a message does. */
const FIRST_STEP = 1000;

const MARKS = { value: '', pending: 'pending', empty: 'missing', 'not-available': 'missing' } as const;

const row = ({ label, value, state }: DetailRow, more: string): TemplateResult =>
  html`<dt><bdi>${displayableText(label, 200)}</bdi></dt>
    <dd class=${MARKS[state]}><bdi>${longText(value, more, FIRST_STEP)}</bdi></dd>`;

declare global {
  interface HTMLElementTagNameMap {
    'session-details': SessionDetails;
  }
}
