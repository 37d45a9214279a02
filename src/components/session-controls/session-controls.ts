import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { each } from '../../context/each.js';
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
import type { Outcome } from '../../context/acts/acts.js';
import { remaining } from '../../context/duration-directive.js';
import { shortcutKeysContext } from '../../context/shortcut-keys.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { SessionControl } from '../../core/commands/command.js';
import type { Service } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { controlsOfSession, takesFocus } from '../../core/rules/permissions.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { endsWriting, selectUnsent } from '../../core/selectors/select-unsent.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { sessionWords } from '../../localize/en/sessions.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { failedCommands, failureNotice, reasonOf } from '../../views/failed-commands.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { icon } from '../../icons/icon.js';
import { isCutOff } from '../../localize/pending-word.js';
import { controlsWords, verbWords } from '../../localize/en/session-controls.js';
import { SessionWidget } from '../../context/session-widget.js';
import { controlsQuestion } from './controls-question.js';
import type { ControlWish, Question } from './controls-question.js';
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

/** A wish that was not sent, because another session could not be parked for it. */
interface Refusal {
  readonly wish: ControlWish;
  readonly reply: Extract<Outcome, { ok: false }> & { readonly notParked: string };
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

  /** What did not come to its turn here. The command that failed is another session's, and nobody has asked for it there. */
  @state() private _refused: Refusal | undefined;

  readonly #commands = new SliceController(this, selectCommands, () => this.shownId);
  readonly #connection = new SliceController(this, selectConnectionOf, () => this.shownId);
  readonly #acceptance = new SliceController(
    this,
    (source: string) => selectOfSource(source || undefined, selectAcceptance('audio-video')),
    () => this.#shownSession()?.source ?? '',
  );
  readonly #keys = new ContextConsumer(this, { context: shortcutKeysContext, subscribe: true });

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
    this._refused = undefined;
  }

  protected override update(changed: PropertyValues): void {
    // A question goes with its session or state, and is not asked again when they come back. So does what was refused.
    const session = this.#shownSession();
    const isDue = (wish: ControlWish): boolean =>
      session?.id === wish.sessionId && controlsOfSession(session).includes(wish.type);
    if (this._asking && !isDue(this._asking.wish)) this._asking = undefined;
    const { _refused: refused } = this;
    if (refused && !(isDue(refused.wish) && session && this.#toPark(session)?.id === refused.reply.notParked))
      this._refused = undefined;
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
        ${each(
          verbs,
          (verb) => verb,
          (verb) => this.#renderButton(verb, pending, takesFocus(verb) ? otherTitle : undefined, workspace),
        )}
        ${
          session.state === 'offered' && session.offerExpiresAt !== undefined
            ? html`<span class="quiet figures" translate="no">${words.ringsFor} ${remaining(workspace, session.id, session.offerExpiresAt)}</span>`
            : nothing
        }
        ${
          session.afterCallWork?.dueAt === undefined
            ? nothing
            : html`<span class="quiet figures" translate="no">${remaining(workspace, session.id, session.afterCallWork.dueAt)} ${words.acwLeft}</span>`
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
      ${this.#renderFailures(workspace)}
      ${
        this._asking
          ? controlsQuestion(this._asking, session, this.#targets(session, workspace), strings, this.#onClose)
          : nothing
      }
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
      aria-keyshortcuts=${ifDefined(this.#keys.value?.[verb])}
      aria-disabled=${isPending ? 'true' : 'false'}
      title=${ifDefined(other && words.parkFirstHint(other))}
      @click=${this.#onClick}
    >
      ${icon(verb === 'session.end' && this.#shownSession()?.modality !== 'audio-video' ? CircleX : ICONS[verb])}${other === undefined ? verbs[verb] : words.parkFirst(verbs[verb])}
    </button>`;
  }

  /** What was asked for here and not done. What other elements ask for they tell themselves. */
  #renderFailures(workspace: WorkspaceHandle): unknown {
    const { strings } = workspace.localization;
    const { controls: words = controlsWords } = strings;
    const own = this.#commands.value?.filter(({ command }) => Object.hasOwn(ICONS, command.type));
    const ways = waysOn(workspace, this);
    const retry = ({ command }: TrackedCommand): void => {
      const { commandId: _, ...wish } = command;
      this.#begin(wish as ControlWish);
    };
    return html`${this._refused ? this.#renderRefused(this._refused, workspace) : nothing}
    ${failedCommands(own, strings, { ...ways, retry }, words.notDone)}`;
  }

  #renderRefused({ wish, reply }: Refusal, { localization: { strings }, store }: WorkspaceHandle): unknown {
    const { controls: words = controlsWords } = strings;
    const other = store.read(selectSession(reply.notParked));
    if (!other) return nothing;
    return failureNotice(
      words.notDone[wish.type],
      words.notParked(titleOf(other, strings), reasonOf(reply, strings)),
      strings,
      () => {
        this.#begin(wish);
      },
      () => {
        this._refused = undefined;
      },
    );
  }

  /** All services but the one it is with. */
  #targets({ id, serviceId }: Session, { store }: WorkspaceHandle): readonly Service[] {
    return [...(store.read(selectWorkspaceOf(id)).configuration?.services.values() ?? [])].filter(
      (service) => service.id !== serviceId,
    );
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
    const sessionId = session.id;
    this.#begin(
      verb === 'session.transfer' ? { type: verb, sessionId, targetServiceId: '' } : { type: verb, sessionId },
      session.state === 'parked',
    );
  }

  /** Asks first where that is due: for a target, before a parked task is ended, before something written is lost. */
  #begin(wish: ControlWish, isParked = false): void {
    const unsent = endsWriting(wish.type) ? (this.workspace?.store.read(selectUnsent(wish.sessionId)) ?? '') : '';
    const isOpen = wish.type === 'session.transfer' && wish.targetServiceId === '';
    if (unsent !== '' || isOpen || (isParked && wish.type === 'session.end')) this._asking = { wish, unsent };
    else void this.#do(wish);
  }

  readonly #onClose = (confirmed: ControlWish | undefined): void => {
    const asked = this._asking;
    this._asking = undefined;
    if (confirmed && asked?.wish.sessionId === this.shownId) void this.#do(confirmed);
  };

  async #do(wish: ControlWish): Promise<void> {
    const { workspace, agentId } = this;
    this._refused = undefined;
    if (!workspace) return;
    const reply = await perform(workspace, this, wish);
    const isHere = workspace === this.workspace && agentId === this.agentId && wish.sessionId === this.shownId;
    if (reply?.ok !== false || reply.notParked === undefined || !isHere || !this.isConnected) return;
    const { notParked } = reply;
    this._refused = { wish, reply: { ...reply, notParked } };
    for (const tracked of workspace.store.read(selectCommands(notParked)))
      if (tracked.status === 'failed' && tracked.command.type === 'session.park') workspace.store.dismiss(tracked);
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
