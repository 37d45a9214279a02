import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { elapsed } from '../../context/duration-directive.js';
import { nested } from '../../registration/nested.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Widget } from '../../core/configuration/widgets.js';
import type { Session } from '../../core/model/session.js';
import { countsSince } from '../../core/rules/counts-since.js';
import { isOver } from '../../core/rules/session-phase.js';
import { selectServiceOf } from '../../core/selectors/select-session.js';
import { selectWidgets } from '../../core/selectors/select-widgets.js';
import { displayableText } from '../../core/text/displayable-text.js';
import type { Strings } from '../../localize/en.js';
import { stateWords } from '../../localize/en/sessions.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { absenceWords } from '../../localize/en/absences.js';
import { workspaceWords } from '../../localize/en/my-sessions.js';
import { widgetWords } from '../../localize/en/session-pane.js';
import { base } from '../../styles/base.js';
import { icon } from '../../icons/icon.js';
import { modalityIcon } from '../../icons/modality-icon.js';
import { nestedLater } from '../../registration/nested-later.js';
import { emptyState } from '../../views/empty-state.js';
import { SessionWidget } from '../../context/session-widget.js';
import { outcomeOf, taskResultStyles } from '../../views/task-result.js';
import { styles } from './session-pane.styles.js';

/** What stands where the conversation is; everything else stands beside it. */
const CONVERSATION: readonly Widget[] = ['companion-chat', 'transcript-view', 'live-caption', 'embedded-context'];

/**
 * Shows one session whole: its conversation and exactly the widgets that its service's owner switched on, in that order.
 * What is not shown is named with the reason.
 *
 * @tag session-pane
 * @summary One session: controls, conversation and the widgets of its service.
 * @csspart header - Who, which service, which state, and the controls.
 */
export class SessionPane extends SessionWidget {
  static override styles = [base, styles, taskResultStyles];

  readonly #id = (): string | undefined => this.shownId;
  readonly #widgets = new SliceController(this, selectWidgets, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const widgets = this.#widgets.value ?? { present: [], absent: [] };
    return html`
      <article class="pane" aria-label=${titleOf(session, strings)}>
        ${this.#renderHeader(session, workspace)}
        <div class="main">
          <div class="conversation">${this.#renderConversation(session, widgets, strings)}</div>
          ${
            widgets.present.includes('embedded-context')
              ? html`<section class="embedded" aria-label=${(strings.widget ?? widgetWords)['embedded-context']}>
                  ${this.#later('embedded-context', session, strings)}
                </section>`
              : nothing
          }
        </div>
        <div class="widgets">
          ${repeat(
            widgets.present.filter((widget) => !CONVERSATION.includes(widget)),
            (widget) => widget,
            (widget) => html`<section class="widget" aria-labelledby=${widget}>
              <h3 id=${widget}>${(strings.widget ?? widgetWords)[widget]}</h3>
              ${this.#later(widget, session, strings)}
            </section>`,
          )}
          ${renderAbsent(widgets, strings)}
        </div>
      </article>
    `;
  }

  #renderHeader(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const service = this.#service.value?.name ?? session.serviceId;
    return html`<header part="header">
      <div class="who">
        <h2><bdi translate="no">${titleOf(session, strings)}</bdi></h2>
        <p class="facts quiet figures" translate="no">
          ${icon(modalityIcon(session.modality))}
          <span>${wordFor(strings.modality, session.modality)}</span>
          <bdi translate="no">${displayableText(service, 200)}</bdi>
          <span
            >${wordFor(strings.state ?? stateWords, session.state)}
            ${session.state === 'ended' ? nothing : elapsed(workspace, session.id, countsSince(session))}</span
          >
          ${isOver(session.state) ? (outcomeOf(session, strings) ?? nothing) : nothing}
        </p>
      </div>
      ${nested(this, 'session-pane', 'session-controls', { sessionId: session.id })}
    </header>`;
  }

  /** Speech is transcribed only where the service's owner, licences and a recognizer allow it; what is written is always there. */
  #renderConversation(session: Session, { present, absent }: SessionWidgets, strings: Strings): unknown {
    const { absence = absenceWords, workspace = workspaceWords } = strings;
    if (present.includes('companion-chat')) return this.#later('companion-chat', session, strings);
    if (session.modality === 'external') return emptyState(workspace.noConversation);
    const isTranscribed = present.includes('transcript-view');
    if (session.modality !== 'audio-video') return this.#later('transcript-view', session, strings);
    const reason = absent.find(({ widget }) => widget === 'transcript-view')?.reason;
    return html`
      ${present.includes('live-caption') ? this.#later('live-caption', session, strings, { isSilent: isTranscribed }) : nothing}
      ${
        isTranscribed
          ? this.#later('transcript-view', session, strings)
          : emptyState(reason ? workspace.noTranscription(absence[reason]) : workspace.noConversation)
      }
    `;
  }

  #later(tag: string, { id }: Session, strings: Strings, more: Readonly<Record<string, unknown>> = {}): unknown {
    return nestedLater(strings, this, 'session-pane', tag, { sessionId: id, ...more });
  }
}

/** Open where nothing else stands beside the conversation. */
function renderAbsent({ present, absent }: SessionWidgets, strings: Strings): unknown {
  if (absent.length === 0) return nothing;
  return html`<details class="absent quiet" ?open=${present.every((widget) => CONVERSATION.includes(widget))}>
    <summary><bdi translate="no">${(strings.workspace ?? workspaceWords).widgetsOff(absent.length)}</bdi></summary>
    <ul>
      ${absent.map(({ widget, reason }) => html`<li><strong>${(strings.widget ?? widgetWords)[widget]}</strong>: ${(strings.absence ?? absenceWords)[reason]}</li>`)}
    </ul>
  </details>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'session-pane': SessionPane;
  }
}
