import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import { perform, waysOn } from '../../context/acts/acts.js';
import { remaining, stateTime } from '../../context/duration-directive.js';
import { Notices } from '../../context/notices.js';
import type { Notice } from '../../context/notices.js';
import { shortcutKeysContext } from '../../context/shortcut-keys.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { SessionControl } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';
import { isWorkForCallsOnly } from '../../core/rules/after-call-work-for.js';
import { pausedByParking } from '../../core/rules/park-pauses.js';
import { controlsOfSession, shownControls } from '../../core/rules/permissions.js';
import { blocksNewWork, isOver } from '../../core/rules/session-phase.js';
import { selectAcceptStop } from '../../core/selectors/select-accept-stop.js';
import { selectAcceptance } from '../../core/selectors/select-acceptance.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectOfSource } from '../../core/selectors/select-of-source.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { endsWriting, selectUnsent } from '../../core/selectors/select-unsent.js';
import type { TransferAim } from '../../core/model/transfer.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { stateWords } from '../../localize/en/sessions.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { titleOf, wordFor } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { EndWarning } from '../../controllers/end-warning.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { focusableAround } from '../../context/focusable-around.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { nestedLater } from '../../registration/nested-later.js';
import { SessionWidget } from '../../context/session-widget.js';
import { controlButton, reasonNow } from './control-button.js';
import { controlsNotices } from './controls-notices.js';
import type { Refusal } from './controls-notices.js';
import { controlsQuestion } from './controls-question.js';
import type { ControlWish, Question } from './controls-question.js';
import { styles } from './session-controls.styles.js';
import { openDialog } from '../../controllers/open-dialog.js';

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

  /** The control that was pressed though it cannot be used now: why, stands below. */
  @state() private _told: SessionControl | undefined;
  #toldOf: string | undefined;

  readonly #commands = new SliceController(this, selectCommands, () => this.shownId);
  readonly #connection = new SliceController(this, selectConnectionOf, () => this.shownId);
  readonly #acceptance = new SliceController(
    this,
    (source: string) => selectOfSource(source || undefined, selectAcceptance('audio-video')),
    () => this.#shownSession()?.source ?? '',
  );
  readonly #stop = new SliceController(this, selectAcceptStop, () => this.shownId);
  readonly #ending = new EndWarning(this, () => this.#shownSession());
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #notices = new Notices(this);
  readonly #keys = new ContextConsumer(this, { context: shortcutKeysContext, subscribe: true });

  constructor() {
    super();
    // Not another button: a key pressed twice must not do two things. Where none will come any more, what they are in.
    keepFocus(this, () => () => {
      const controls = this.renderRoot.querySelector<HTMLElement>('.controls');
      const isLeft = isOver(this.#shownSession()?.state ?? 'ended') && !controls?.firstElementChild;
      return isLeft ? focusableAround(this) : controls;
    });
  }

  protected override forget(): void {
    this._asking = undefined;
    this._refused = undefined;
    this._told = undefined;
  }

  protected override update(changed: PropertyValues): void {
    // A question goes with its session or state, and is not asked again when they come back. So does what was refused.
    const session = this.#shownSession();
    const isDue = (wish: ControlWish): boolean =>
      session?.id === wish.sessionId && controlsOfSession(session).includes(wish.type);
    if (session?.id !== this.#toldOf) this._told = undefined;
    if (this._asking && !isDue(this._asking.wish)) this._asking = undefined;
    const { _refused: refused } = this;
    if (refused && !(isDue(refused.wish) && session && this.#toPark(session)?.id === refused.reply.notParked))
      this._refused = undefined;
    super.update(changed);
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const { controls: words = controlsWords } = strings;
    const controls = shownControls(session);
    const { configuration, agentId } = this.#workspaceSlice.value ?? {};
    const underway = this.#underway;
    const pending = underway !== undefined;
    const other = this.#toPark(session);
    const situation = {
      session,
      configuration,
      localization: workspace.localization,
      underway,
      stop: this.#stop.value,
      other: other && titleOf(other, strings),
      keys: this.#keys.value,
      onClick: this.#onClick,
    };
    const told = controls.find(({ type }) => type === this._told);
    const against = told && reasonNow(told, situation);
    const isWork = blocksNewWork(session.state);
    return html`
      <div class="controls" role="group" tabindex="-1" aria-label="${words.label}: ${titleOf(session, strings)}" aria-busy=${pending ? 'true' : 'false'}>
        ${each(
          controls,
          ({ type }) => type,
          (control) => controlButton(control, situation),
        )}
        ${
          session.state === 'offered' && session.offerExpiresAt !== undefined
            ? html`<span class="quiet figures" translate="no">${words.ringsFor} ${remaining(workspace, session.id, session.offerExpiresAt)}</span>`
            : nothing
        }
        ${
          isWork
            ? html`<span class="time quiet figures" translate="no">${wordFor(strings.state ?? stateWords, session.state)} ${stateTime(workspace, session)}</span>`
            : nothing
        }
      </div>
      ${isWork ? html`<span class="spoken" aria-live="polite" translate="no">${this.#ending.seconds === undefined ? nothing : words.workEnds(this.#ending.seconds)}</span>` : nothing}
      ${against === undefined ? nothing : html`<p class="hint quiet" role="status">${against}</p>`}
      ${controls.length > 0 ? nothing : html`<p class="rule hint quiet">${stateSentence(session.state, strings, {}, '')}</p>`}
      ${
        isWork && isWorkForCallsOnly(configuration?.users.get(agentId ?? ''))
          ? html`<p class="rule hint quiet">${words.workForCallsOnly}</p>`
          : nothing
      }
      ${this.#notices.say(...this.#said(session, workspace, pending).map((own) => (session.isSelected ? own : { ...own, about: titleOf(session, strings) })))}
      ${this._asking ? this.#renderQuestion(this._asking, session, workspace) : nothing}
    `;
  }

  #renderQuestion(question: Question, session: Session, workspace: WorkspaceHandle): unknown {
    const { strings } = workspace.localization;
    const { wish, unsent } = question;
    if (wish.type !== 'session.transfer') {
      const { configuration } = this.#workspaceSlice.value ?? {};
      const paused = configuration ? pausedByParking(session, configuration) : [];
      return controlsQuestion(question, session, paused, strings, this.#onClose);
    }
    return nestedLater(strings, this, 'session-controls', 'transfer-dialog', {
      sessionId: session.id,
      aim: wish,
      unsent,
      onClose: this.#onAim,
    });
  }

  #said(session: Session, workspace: WorkspaceHandle, isPending: boolean): readonly Notice[] {
    const situation = {
      session,
      commands: this.#commands.value,
      connection: this.#connection.value,
      refused: this._refused,
      isPending,
      ways: waysOn(workspace, this),
      begin: (wish: ControlWish): void => {
        this.#begin(wish);
      },
      dropRefused: (): void => {
        this._refused = undefined;
      },
    };
    return controlsNotices(situation, workspace);
  }

  protected override updated(): void {
    openDialog(this.renderRoot.querySelector('dialog'));
  }

  /** What of this session is on its way: one thing at a time is. */
  get #underway(): TrackedCommand['command']['type'] | undefined {
    return this.#commands.value?.find(({ status }) => status === 'pending')?.command.type;
  }

  /** The session that has to be parked before this one can be active. */
  #toPark(session: Session): Session | undefined {
    const id = this.#acceptance.value?.parkFirst;
    return id === undefined || id === session.id ? undefined : this.workspace?.store.read(selectSession(id));
  }

  readonly #onClick = (event: Event): void => {
    const button = event.currentTarget as HTMLButtonElement;
    const type = button.dataset.verb as SessionControl;
    const session = this.#shownSession();
    if (!session || !shownControls(session).some((own) => own.type === type)) return;
    // What is pressed and not done says why: it cannot be, or something else is on its way. Pressed twice, it is on its way.
    this._told = button.ariaDisabled === 'true' && type !== this.#underway ? type : undefined;
    this.#toldOf = session.id;
    if (button.ariaDisabled !== 'true') this.#begin({ type, sessionId: session.id }, session);
  };

  /**
   * Asks first where that is due: for a target, before a parked task is ended or something written is lost, and where its
   * service wants it before parking interrupts something. What is tried again was confirmed, but for what is written.
   *
   * @param session what the button is pressed for; absent where it is tried again
   */
  #begin(wish: ControlWish, session?: Session): void {
    const unsent = endsWriting(wish.type) ? (this.workspace?.store.read(selectUnsent(wish.sessionId)) ?? '') : '';
    const isAsked = unsent !== '' || (session && this.#isQuestion(wish.type, session));
    if (isAsked) this._asking = { wish, unsent };
    else void this.#do(wish);
  }

  #isQuestion(type: SessionControl, session: Session): boolean {
    const { configuration } = this.#workspaceSlice.value ?? {};
    if (type === 'session.park')
      return (
        configuration?.services.get(session.serviceId)?.parking.confirm === true &&
        pausedByParking(session, configuration).length > 0
      );
    return type === 'session.transfer' || (type === 'session.end' && session.state === 'parked');
  }

  readonly #onClose = (confirmed: ControlWish | undefined): void => {
    const asked = this._asking;
    this._asking = undefined;
    if (confirmed && asked?.wish.sessionId === this.shownId) void this.#do(confirmed);
  };

  readonly #onAim = (aim: TransferAim | undefined): void => {
    const wish = this._asking?.wish;
    this.#onClose(
      aim && wish?.type === 'session.transfer' ? { type: wish.type, sessionId: wish.sessionId, ...aim } : undefined,
    );
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
