import type { DOMPurify } from 'dompurify';
import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { perform, waysOn } from '../../context/acts/acts.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { EmailMessage } from '../../core/model/email.js';
import type { Session } from '../../core/model/session.js';
import { may } from '../../core/rules/permissions.js';
import { isOver } from '../../core/rules/session-phase.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectTranscript, selectTranscriptAway } from '../../core/selectors/select-transcript.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { emailConversation } from '../../localize/en/email-conversation.js';
import { stateSentence } from '../../localize/state-sentence.js';
import { stateWords } from '../../localize/en/sessions.js';
import { wordFor } from '../../localize/words.js';
import { transcriptAway } from '../../views/transcript-away.js';
import { base } from '../../styles/base.js';
import { dialogStyles } from '../../styles/dialog.js';
import { workStyles } from '../../styles/work.js';
import { failedCommands } from '../../views/failed-commands.js';
import { markFocusedFrame } from '../../controllers/frame-focus.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { CheckCheck, Reply, ReplyAll } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import { LateMarkdown } from '../../rich-text/late-markdown.js';
import { pendingWord } from '../../localize/pending-word.js';
import { resultWords } from '../../localize/en/outcomes.js';
import { emptyState } from '../../views/empty-state.js';
import { unsentQuestion } from '../../views/unsent-question.js';
import { SessionWidget } from '../../context/session-widget.js';
import { hasOthers } from './addresses.js';
import { renderAnswers } from './answers.js';
import { styles } from './email-conversation.styles.js';
import { MailAnswer } from './mail-answer.js';
import { MailBody } from './mail-body.js';
import { renderAttachments, renderHeader } from './mail-header.js';
import { loadSanitizer } from './open-mail.js';
import { isEmptyReply } from './reply-drafts.js';
import { renderUnsent } from './unsent-answer.js';
import { openDialog } from '../../controllers/open-dialog.js';

/**
 * Shows the mail of a session and lets the agent answer it or mark it as handled. Its HTML is a stranger's: sanitised,
 * in a frame without scripts, and without images from elsewhere until they are asked for. An answer stays on screen
 * until it is sent, and is never lost without a question.
 *
 * @tag email-conversation
 * @summary The mail of one session, its answers, and how to answer it.
 * @csspart header - Subject, sender, date and recipients.
 * @csspart note - What was left out of the mail, and why.
 * @csspart text - The mail as plain text.
 * @csspart attachments - The files that came along.
 * @csspart answers - What was answered so far.
 * @csspart failure - An answer that could not be sent.
 * @cssproperty [--my-sessions-companion-height=auto] - The height of mail and answer together, for a place that gives it one.
 * @cssproperty --my-sessions-mail-height - How high the text of a mail gets before it scrolls; 480px by default.
 */
export class EmailConversation extends SessionWidget {
  static override styles = [base, workStyles, dialogStyles, styles];

  /** The session whose unsent answer would be lost, while that is being asked. */
  @state() private _asking: string | undefined;

  readonly #id = (): string | undefined => this.shownId;
  readonly #transcript = new SliceController(this, selectTranscript, this.#id);
  readonly #away = new SliceController(this, selectTranscriptAway, this.#id);
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #connection = new SliceController(this, selectConnectionOf, this.#id);
  readonly #answer = new MailAnswer(
    this,
    this.#id,
    () => this.agentId,
    (value, sessionId, agentId) => {
      this.keep('reply', value, sessionId, agentId);
    },
  );
  readonly #markdown = new LateMarkdown(this);
  #body = this.#newBody();

  constructor() {
    super();
    markFocusedFrame(this);
    keepFocus(this, (focused) => {
      // Not another button after a way on: a key pressed twice must not do two things.
      const around = focused.closest('[part="failure"]') ? '.actions' : '[data-act="reply"]:enabled';
      const heir = focused.closest('.note') ? 'iframe' : around;
      return () =>
        this.renderRoot.querySelector<HTMLElement>(heir) ?? this.renderRoot.querySelector<HTMLElement>('.actions');
    });
  }

  /** Loads what sanitises HTML; a subclass may bring its own. */
  protected loadSanitizer(): Promise<DOMPurify> {
    return loadSanitizer();
  }

  protected override forget(): void {
    this._asking = undefined;
    this.#body = this.#newBody();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const asked = this._asking;
    if (asked === undefined) return;
    const session: Session | undefined = this.workspace?.store.read(selectSession(asked));
    if (asked !== this.shownId || !session || !may('email.mark-as-handled', session)) this._asking = undefined;
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['email-conversation'] ?? emailConversation;
    const { email, id } = session;
    if (!email) return emptyState(words.noMail);
    const own = this.#commands.value?.filter(({ command }) => isOwn(command.type));
    return html`<article class="mail" aria-label=${words.title}>
      ${keyed(
        id,
        html`<div class="work letter">
          ${renderHeader(email, workspace)} ${this.#body.render(id, email, strings)}
          ${renderAttachments(email.attachments ?? [], workspace)} ${renderAnswers(this.#transcript.value, workspace, this.#markdown.render)}
          ${transcriptAway(this.#away.value, workspace.localization.strings)}
          ${this.#renderActions(session, email, workspace)}
        </div>`,
      )}
      ${this.#renderAnswering(session, email, workspace)}
      ${failedCommands(
        own,
        strings,
        {
          ...waysOn(workspace, this),
          retry: (tracked) => {
            this.#retry(tracked);
          },
        },
        words.notDone,
      )}
      ${this._asking === id ? unsentQuestion(words.markAsHandled, this.#answer.draft.text, strings, this.#onClose) : nothing}
    </article>`;
  }

  #renderActions(session: Session, email: EmailMessage, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['email-conversation'] ?? emailConversation;
    const { id, state: phase } = session;
    if (isOver(phase))
      return html`${this.#renderResult(session, workspace)}
      ${isEmptyReply(this.#answer.draft) ? nothing : renderUnsent(this.#answer.draft.text, words)}`;
    const isOpenForAnswers = may('email.reply', session);
    const reason = isOpenForAnswers ? undefined : stateSentence(phase, strings, words.toAnswer, words.notNowOther);
    const pending = this.#isPending;
    const { isOpen, toAll } = this.#answer.draft;
    const button = (act: string, word: string, node: Drawing, onClick: () => void, isShown?: boolean): TemplateResult =>
      html`<button
        type="button"
        data-act=${act}
        ?disabled=${!isOpenForAnswers}
        aria-disabled=${pending ? 'true' : 'false'}
        aria-expanded=${ifDefined(isShown === undefined ? undefined : isShown ? 'true' : 'false')}
        @click=${() => {
          if (!pending) onClick();
        }}
      >
        ${icon(node)}${word}
      </button>`;
    const isBegun = !isOpen && !isEmptyReply(this.#answer.draft);
    return html`
      <div class="actions ${isOpen ? '' : 'within-reach'}" role="group" tabindex="-1" aria-label=${words.actions}>
        ${button('reply', isBegun && !toAll ? words.continueReply : words.reply, Reply, () => void this.#answer.open(id, false), isOpen && !toAll)}
        ${
          hasOthers(email)
            ? button(
                'reply-all',
                isBegun && toAll ? words.continueReply : words.replyAll,
                ReplyAll,
                () => void this.#answer.open(id, true),
                isOpen && toAll,
              )
            : nothing
        }
        ${button('handled', words.markAsHandled, CheckCheck, () => {
          this.#onHandled(id);
        })}
        <span class="sentence quiet" role="status">${reason ?? (pending ? pendingWord(this.#connection.value, strings) : nothing)}</span>
      </div>
    `;
  }

  /** Below the mail, which stays in sight while it is answered. */
  #renderAnswering(session: Session, email: EmailMessage, workspace: WorkspaceHandle): unknown {
    if (isOver(session.state) || !this.#answer.draft.isOpen) return nothing;
    return this.#answer.render(session.id, email, workspace, !may('email.reply', session) || this.#isPending);
  }

  get #isPending(): boolean {
    return this.#commands.value?.some(({ status, command }) => status === 'pending' && isOwn(command.type)) ?? false;
  }

  #renderResult({ result, times, since }: Session, { localization, store }: WorkspaceHandle): TemplateResult {
    const { strings } = localization;
    const words = strings['email-conversation'] ?? emailConversation;
    const outcome =
      result === undefined ? (strings.state ?? stateWords).ended : wordFor(strings.result ?? resultWords, result);
    return html`<p class="actions quiet" tabindex="-1">
      <bdi translate="no">${words.sentBy(outcome, localization.formatMoment(times.ended ?? since, store.clock.now()))}</bdi>
    </p>`;
  }

  protected override updated(): void {
    if (this.renderRoot.querySelector('.answers')) this.#markdown.ask();
    openDialog(this.renderRoot.querySelector('dialog'));
  }

  #retry({ command: { commandId: _, ...wish } }: TrackedCommand): void {
    if (wish.type === 'email.reply') this.#answer.sendAgain(wish);
    else if (wish.type === 'email.mark-as-handled') this.#onHandled(wish.sessionId);
  }

  #onHandled(sessionId: string): void {
    if (isEmptyReply(this.#answer.draftOf(sessionId))) this.#markAsHandled(sessionId);
    else this._asking = sessionId;
  }

  #newBody(): MailBody {
    return new MailBody(this, () => this.loadSanitizer());
  }

  readonly #onClose = (goesOn: boolean): void => {
    const asked = this._asking;
    this._asking = undefined;
    if (asked !== undefined && goesOn) this.#markAsHandled(asked);
  };

  #markAsHandled(sessionId: string): void {
    if (this.workspace) void perform(this.workspace, this, { type: 'email.mark-as-handled', sessionId });
  }
}

const isOwn = (type: string): boolean => type === 'email.reply' || type === 'email.mark-as-handled';

declare global {
  interface HTMLElementTagNameMap {
    'email-conversation': EmailConversation;
  }
}
