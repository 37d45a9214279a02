import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waysOn } from '../../context/acts/acts.js';
import type { leave } from '../../context/acts/leave.js';
import { Notices } from '../../context/notices.js';
import { SessionWidget } from '../../context/session-widget.js';
import { shortcutKeysContext } from '../../context/shortcut-keys.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import type { WayToLeave } from '../../core/rules/leaving.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectUnfinished, selectWaysToLeave } from '../../core/selectors/select-leaving.js';
import { selectServiceOf } from '../../core/selectors/select-session.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { CircleAlert, X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { controlsWords } from '../../localize/en/session-controls.js';
import { sessionLeave } from '../../localize/en/session-leave.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { focusableAround } from '../../context/focusable-around.js';
import { openDialog } from '../../controllers/open-dialog.js';
import { failedCommands, reasonOf } from '../../views/failed-commands.js';
import type { leaveQuestion } from './leave-question.js';
import { styles } from './session-leave.styles.js';

/** What is asked for by the ways that ask a backend. */
const WAYS: ReadonlySet<string> = new Set(['session.end', 'session.release', 'after-call-work.finish']);

/**
 * The way out of a session: a button that asks first, but for a record in which nothing is unsaved. It names what is not finished, and offers to end the conversation, to
 * release it to whoever comes next, or only to take it off the list, each with what becomes of it. Not there where there is
 * no way out: an offer is answered, and history stays. Where a backend refuses, the button says so and asks again.
 *
 * @tag session-leave
 * @summary Leaves a session by one of three ways, each named with its consequence.
 */
export class SessionLeave extends SessionWidget {
  static override styles = [base, dialogStyles, styles];

  /** Leaves out the button: it is asked by `ask()`, such as from a card. What a backend refuses is said where such things are. */
  @property({ type: Boolean, attribute: 'without-button' }) withoutButton = false;

  /** The question, while it is asked, about which session, and what is loaded with it. */
  @state() private _asking:
    { readonly sessionId: string; readonly render: typeof leaveQuestion; readonly leave: typeof leave } | undefined;

  @state() private _isUnloadable = false;

  readonly #id = (): string | undefined => this.shownId;
  readonly #ways = new SliceController(this, selectWaysToLeave, this.#id);
  readonly #unfinished = new SliceController(this, selectUnfinished, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #notices = new Notices(this);
  readonly #keys = new ContextConsumer(this, { context: shortcutKeysContext, subscribe: true });

  constructor() {
    super();
    // Without a way out there is nothing here any more: who worked by keys goes on where it stood.
    keepFocus(this, () => () => focusableAround(this));
  }

  protected override forget(): void {
    this._asking = undefined;
  }

  /**
   * Asks how the session is to be left, where there is a way.
   *
   * @returns false where the question could not be loaded
   */
  async ask(): Promise<boolean> {
    const { shownId: sessionId, workspace } = this;
    if (sessionId === undefined || this.#isPending) return true;
    try {
      const [{ leaveQuestion: render }, { leave }] = await Promise.all([
        import('./leave-question.js'),
        import('../../context/acts/leave.js'),
      ]);
      this._isUnloadable = false;
      if (sessionId !== this.shownId) return true;
      // Nothing becomes of it: it is only asked what would be lost.
      const isAtOnce = this.#ways.value?.[0]?.way === 'close' && !this.#unfinished.value?.length;
      if (isAtOnce && workspace) await leave(workspace, this, sessionId, 'close');
      else this._asking = { sessionId, render, leave };
      return true;
    } catch (error) {
      this._isUnloadable = true;
      workspace?.store.logger.error('The question before a session is left could not be loaded.', error);
      return false;
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A question goes with its session, and with the last way out of it.
    if (this._asking && (this._asking.sessionId !== this.shownId || this.#ways.value?.length === 0)) {
      this._asking = undefined;
      // Closed, and not only gone: focus goes back to where it was before.
      this.renderRoot.querySelector('dialog')?.close();
    }
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['session-leave'] ?? sessionLeave;
    const ways = this.#ways.value ?? [];
    const failed = this.#failed;
    const failure = failed
      ? `${words.notReleased}: ${reasonOf(failed, strings)}`
      : this._isUnloadable
        ? strings.common.failed
        : undefined;
    const said = this.withoutButton ? this.#sayFailed(session, workspace) : nothing;
    if (ways.length === 0) return html`${said}`;
    return html`${said}
      ${this.withoutButton ? nothing : this.#renderButton(failure, `${words.leave}: ${titleOf(session, strings)}`, words.leave)}
      ${
        this._asking?.render(
          {
            ...{ session, ways, failure },
            waitingDays: this.#service.value?.waitingDays,
            unfinished: this.#unfinished.value ?? [],
          },
          strings,
          this.#onClose,
        ) ?? nothing
      }`;
  }

  #renderButton(failure: string | undefined, label: string, title: string): TemplateResult {
    return html`<button
        type="button"
        class="plain leave ${failure === undefined ? '' : 'failed'}"
        aria-haspopup="dialog"
        aria-label=${label}
        aria-disabled=${this.#isPending ? 'true' : 'false'}
        aria-keyshortcuts=${ifDefined(this.#keys.value?.leave)}
        title=${failure ?? title}
        @click=${this.#onClick}
      >
        ${icon(failure === undefined ? X : CircleAlert)}
      </button>
      <span class="spoken" role="alert">${failure ?? nothing}</span>`;
  }

  /** Of a session that is looked at, its own buttons say it. */
  #sayFailed(session: Session, workspace: WorkspaceHandle): unknown {
    const { strings } = workspace.localization;
    const { notReleased } = strings['session-leave'] ?? sessionLeave;
    const { notDone } = strings.controls ?? controlsWords;
    const failed = session.isSelected
      ? []
      : (this.#commands.value ?? []).filter(({ command, status }) => status === 'failed' && WAYS.has(command.type));
    const words = { ...notDone, 'session.release': notReleased };
    return this.#notices.say(
      ...failedCommands(failed, strings, waysOn(workspace, this), words).map((content, at) => ({
        about: titleOf(session, strings),
        content,
        same: failed[at],
      })),
    );
  }

  protected override updated(): void {
    openDialog(this.renderRoot.querySelector('dialog'));
  }

  get #isPending(): boolean {
    return this.#releases.some(({ status }) => status === 'pending');
  }

  get #failed(): TrackedCommand | undefined {
    return this.#releases.find(({ status }) => status === 'failed');
  }

  /** What becomes of the other ways, the controls of the session say. */
  get #releases(): readonly TrackedCommand[] {
    return this.#commands.value?.filter(({ command }) => command.type === 'session.release') ?? [];
  }

  readonly #onClick = (): void => {
    void this.ask();
  };

  readonly #onClose = (way: WayToLeave | undefined): void => {
    const asked = this._asking;
    const failed = this.#failed;
    this._asking = undefined;
    const { workspace } = this;
    if (!workspace || asked?.sessionId !== this.shownId) return;
    // It was seen, and is answered by whatever was chosen.
    if (failed) workspace.store.dismiss(failed);
    if (asked && way) void asked.leave(workspace, this, asked.sessionId, way);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'session-leave': SessionLeave;
  }
}
