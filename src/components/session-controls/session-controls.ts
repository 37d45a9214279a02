import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  ArrowRightLeft,
  Check,
  CheckCheck,
  CircleParking,
  CirclePlay,
  CircleX,
  Hand,
  PhoneOff,
  Play,
  TimerReset,
  X,
} from 'lucide';
import type { IconNode } from 'lucide';
import { perform, waysOn } from '../../context/acts/acts.js';
import { remaining } from '../../context/duration-directive.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { SessionControl } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import { controlsOfSession, takesFocus } from '../../core/rules/permissions.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { sessionWords } from '../../localize/en/sessions.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { failedCommands } from '../../views/failed-commands.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { icon } from '../../icons/icon.js';
import { isCutOff } from '../../localize/pending-word.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import { SessionWidget } from '../../context/session-widget.js';
import { styles } from './session-controls.styles.js';

const ICONS: Readonly<Record<SessionControl, IconNode>> = {
  'session.accept': Check,
  'session.decline': X,
  'session.park': CircleParking,
  'session.unpark': CirclePlay,
  'session.hold': Hand,
  'session.resume': Play,
  'session.end': PhoneOff,
  'session.transfer': ArrowRightLeft,
  'after-call-work.finish': CheckCheck,
  'after-call-work.extend': TimerReset,
};

/** An act that is confirmed or completed in a dialog first. */
interface Question {
  readonly verb: 'session.end' | 'session.transfer';
  readonly sessionId: string;
}

/**
 * Lets the agent accept, decline, park, unpark, hold, transfer and end a session and finish its after-call work. Under
 * the single-active policy it parks the active session first. What is under way and what failed is shown.
 *
 * @tag session-controls
 * @summary The buttons of one session, fitting its state.
 */
export class SessionControls extends SessionWidget {
  static override styles = [base, dialogStyles, styles];

  /** What is asked before it is done, and of which session. */
  @state() private _asking: Question | undefined;

  readonly #commands = new SliceController(this, selectCommands, () => this.shownId);
  readonly #connection = new SliceController(this, selectConnectionOf, () => this.shownId);
  readonly #acceptance = new SliceController(
    this,
    (source: string) => selectOfSource(source || undefined, selectAcceptance('audio-video')),
    () => this.#shownSession()?.source ?? '',
  );
  constructor() {
    super();
    keepFocus(
      this,
      () => undefined,
      // Not another button: a key pressed twice must not do two things.
      () => this.renderRoot.querySelector<HTMLElement>('.controls'),
    );
  }

  protected override forget(): void {
    this._asking = undefined;
  }

  protected override update(changed: PropertyValues): void {
    // A question goes with its session or state, and is not asked again when they come back.
    const session = this.#shownSession();
    const { _asking: asked } = this;
    const isAsked = asked && session?.id === asked.sessionId && controlsOfSession(session).includes(asked.verb);
    if (!isAsked) this._asking = undefined;
    super.update(changed);
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const { controls: words = controlsWords } = strings;
    const verbs = controlsOfSession(session);
    const pending = this.#commands.value?.some(({ status }) => status === 'pending') ?? false;
    const other = this.#toPark(session);
    const otherTitle = other && titleOf(other, strings);
    return html`
      <div class="controls" role="group" tabindex="-1" aria-label="${words.label}: ${titleOf(session, strings)}" aria-busy=${pending ? 'true' : 'false'}>
        ${repeat(
          verbs,
          (verb) => verb,
          (verb) => this.#renderButton(verb, pending, takesFocus(verb) ? otherTitle : undefined, workspace),
        )}
        ${
          session.state === 'offered' && session.offerExpiresAt !== undefined
            ? html`<span class="quiet figures">${words.ringsFor} ${remaining(workspace, session.id, session.offerExpiresAt)}</span>`
            : nothing
        }
        ${
          session.afterCallWork?.dueAt === undefined
            ? nothing
            : html`<span class="quiet figures">${remaining(workspace, session.id, session.afterCallWork.dueAt)} ${words.acwLeft}</span>`
        }
      </div>
      ${
        session.state === 'unparking' && session.modality === 'audio-video'
          ? html`<p class="hint quiet">${words.unparkHint}</p>`
          : nothing
      }
      ${
        session.failure
          ? html`<p class="notice" role="alert">
            ${(strings.session ?? sessionWords).failure(session.failure.action, displayableText(session.failure.reason, 300))}
          </p>`
          : nothing
      }
      ${
        pending && isCutOff(this.#connection.value)
          ? html`<p class="hint quiet" role="status">${strings.common.whenConnected}</p>`
          : nothing
      }
      ${failedCommands(this.#commands.value, strings, waysOn(workspace, this))} ${this._asking ? this.#renderQuestion(this._asking.verb, workspace) : nothing}
    `;
  }

  #renderButton(
    verb: SessionControl,
    isPending: boolean,
    other: string | undefined,
    { localization: { strings } }: WorkspaceHandle,
  ): TemplateResult {
    const { controls: words = controlsWords, verb: verbs = verbWords } = strings;
    const look = verb === 'session.end' || verb === 'session.decline' ? 'danger' : takesFocus(verb) ? 'primary' : '';
    return html`<button
      type="button"
      class=${look}
      data-verb=${verb}
      aria-disabled=${isPending ? 'true' : 'false'}
      title=${ifDefined(other && words.parkFirstHint(other))}
      @click=${this.#onClick}
    >
      ${icon(verb === 'session.end' && this.#shownSession()?.modality !== 'audio-video' ? CircleX : ICONS[verb])}${other === undefined ? verbs[verb] : words.parkFirst(verbs[verb])}
    </button>`;
  }

  #renderQuestion(verb: Question['verb'], { localization: { strings }, store }: WorkspaceHandle): TemplateResult {
    const { controls: words = controlsWords, verb: verbs = verbWords } = strings;
    const own = this.#shownSession()?.serviceId;
    const services = [
      ...(store.read(selectWorkspaceOf(this.shownId ?? '')).configuration?.services.values() ?? []),
    ].filter(({ id }) => id !== own);
    return html`
      <dialog @close=${this.#onClose} aria-label=${verbs[verb]}>
        <form method="dialog">
          ${
            verb === 'session.end'
              ? html`<p>${words.confirmEndParked}</p>`
              : html`<label>
                ${words.transferTo}
                <select name="target">
                  ${services.map(({ id, name }) => html`<option value=${id}>${displayableText(name, 200)}</option>`)}
                </select>
              </label>`
          }
          <div class="answers">
            <button value="">${strings.common.cancel}</button>
            <button class=${verb === 'session.end' ? 'danger' : 'primary'} ?disabled=${verb === 'session.transfer' && services.length === 0} value=${verb}>${verbs[verb]}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  /** The session that has to be parked before this one can be active. */
  #toPark(session: Session): Session | undefined {
    const id = this.#acceptance.value?.parkFirst;
    return id === undefined || id === session.id ? undefined : this.workspace?.store.read(selectSession(id));
  }

  #onClick(event: Event): void {
    const button = event.currentTarget as HTMLButtonElement;
    const verb = button.dataset.verb as SessionControl;
    const session = this.#shownSession();
    if (button.ariaDisabled === 'true' || !session) return;
    if (verb === 'session.transfer' || (verb === 'session.end' && session.state === 'parked'))
      this._asking = { verb, sessionId: session.id };
    else this.#do(verb, session);
  }

  #onClose(event: Event): void {
    const dialog = event.currentTarget as HTMLDialogElement;
    const asked = this._asking;
    const session = this.#shownSession();
    const target = dialog.querySelector<HTMLSelectElement>('[name=target]')?.value ?? '';
    this._asking = undefined;
    if (asked && asked.sessionId === session?.id && dialog.returnValue === asked.verb)
      this.#do(asked.verb, session, target);
  }

  #do(verb: SessionControl, session: Session, targetServiceId = ''): void {
    const { workspace } = this;
    const sessionId = session.id;
    const wish = verb === 'session.transfer' ? { type: verb, sessionId, targetServiceId } : { type: verb, sessionId };
    if (workspace) void perform(workspace, this, wish);
  }

  #shownSession(): Session | undefined {
    return this.shownId === undefined ? undefined : this.workspace?.store.read(selectSession(this.shownId));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'session-controls': SessionControls;
  }
}
