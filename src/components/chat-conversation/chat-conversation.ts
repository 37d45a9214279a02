import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import { perform } from '../../context/acts/acts.js';
import { newId } from '../../device/new-id.js';
import { remaining } from '../../context/duration-directive.js';
import { isHeard } from '../../context/is-heard.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectServiceOf, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectTranscript, selectTranscriptAway } from '../../core/selectors/select-transcript.js';
import { SegmentList } from '../../core/state/segment-list.js';
import type { Strings } from '../../localize/en.js';
import { chatConversation } from '../../localize/en/chat-conversation.js';
import { transcriptAwayWords } from '../../localize/en/transcript-away.js';
import { numbersIn } from '../../core/transcript/speaker-name.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { toEndStyles } from '../../styles/to-end.js';
import { EndFollower } from '../../controllers/end-follower.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { ArrowDown, Lock } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { LateMarkdown } from '../../rich-text/late-markdown.js';
import { LineAnnouncer } from '../../controllers/line-announcer.js';
import { PutAway } from '../../controllers/put-away.js';
import { nestedLater } from '../../registration/nested-later.js';
import { isCutOff, pendingWord } from '../../localize/pending-word.js';
import { SessionWidget } from '../../context/session-widget.js';
import type { MessageComposer } from '../message-composer/message-composer.js';
import { AwaitedMessages } from './awaited-messages.js';
import { chatBubble } from './chat-bubble.js';
import type { BubbleScene } from './chat-bubble.js';
import { styles } from './chat-conversation.styles.js';
import { chatItems } from './chat-items.js';
import type { ChatItem, Outgoing } from './chat-items.js';
import { createChatTimes } from './chat-times.js';
import type { ChatTimes } from './chat-times.js';
import { ClosingWatch } from './closing-watch.js';
import { linesToSpeak } from './lines-to-speak.js';
import { DroppedBeside } from './dropped-beside.js';
import { HistoryWindow } from './history-window.js';
import { OtherDrafts } from './other-drafts.js';
import { ReadingPlace } from './reading-place.js';
import { MessageFiles, draftFiles, messageOf, sendWish } from './message-files.js';
import type { Message } from './message-files.js';
import { TypingTeller } from './typing-teller.js';
import { typingNames } from './typing-names.js';
import { timeLeft, whyClosed } from './why-closed.js';

/**
 * A written conversation with a customer: what was written by whom, how far the agent's own messages have come, and a
 * field to write in, for as long as the channel and the state of the session allow it. What was begun for one session
 * stays with that session.
 *
 * @tag chat-conversation
 * @summary History and composer of one chat.
 * @cssproperty [--my-sessions-chat-height=480px] - The height of the conversation.
 * @csspart message - One message.
 * @csspart failure - What did not work with a message, and the ways on.
 * @csspart closed - Why nothing can be written now.
 */
export class ChatConversation extends SessionWidget {
  static override styles = [base, toEndStyles, styles];

  readonly #id = (): string | undefined => this.shownId;
  readonly #putAway = new PutAway(this, this.#id, selectSelectedId);
  readonly #transcript = new SliceController(this, selectTranscript, this.#id);
  readonly #away = new SliceController(this, selectTranscriptAway, this.#id);
  readonly #commands = new SliceController(this, selectCommands, this.#id);
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #connection = new SliceController(this, selectConnectionOf, this.#id);
  readonly #workspace = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #end = new EndFollower(this, { content: '.messages' });
  readonly #window = new HistoryWindow(this.#end);
  readonly #place = new ReadingPlace(this, this.#end, this.#window);
  readonly #closing = new ClosingWatch(this);
  readonly #draft = new SliceController(
    this,
    (id: string) => selectBegun('message', id),
    this.#id,
    (draft = '') => draft !== this.#composer?.text,
  );
  readonly #others = new OtherDrafts(this, this.#id);
  readonly #files = new MessageFiles(this, this.#id, () => this.#composing);
  #awaited = new AwaitedMessages();
  readonly #typing = new TypingTeller(this, this.#id);
  readonly #markdown = new LateMarkdown(this);
  readonly #announcer = new LineAnnouncer(this, (count) => this.#words.announce(count));
  /** The session that the field on screen belongs to, which may not be the one selected since. */
  #composing: string | undefined;
  #list = SegmentList.empty;
  #listOf: string | undefined;
  #times: { readonly locale: string; readonly times: ChatTimes } | undefined;

  constructor() {
    super();
    new DroppedBeside(this, () => this.#composer);
    keepFocus(
      this,
      () => undefined,
      () => this.#composer ?? this.#scroller,
    );
  }

  protected override forget(): void {
    this.#awaited = new AwaitedMessages();
    this.#composing = undefined;
    this.#listOf = undefined;
  }

  protected override shouldUpdate(): boolean {
    return !this.#putAway.holdsBack();
  }

  protected override update(changed: PropertyValues): void {
    this.#follow(this.shownId, this.#transcript.value ?? SegmentList.empty);
    super.update(changed);
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const words = this.#words;
    const now = workspace.store.clockOf(session.id).now();
    const closed = whyClosed(session, now, words, workspace.localization.strings);
    const scene = this.#sceneOf(workspace, now, closed === undefined);
    const items = chatItems(this.#list, this.#window, this.#outgoing(session.id), session, this.#agentId);
    // Before the agent's first formatted message, too: it is never seen with the marks it is sent with.
    const mayBeFormatted = session.messaging?.isFormatted === true;
    if (mayBeFormatted || items.some(({ segment }) => segment.format === 'markdown')) this.#markdown.ask();
    this.#closing.watch(session);
    const writing = typingNames(session, this.#list, this.#agentId, workspace.localization.strings);
    const isIdle =
      closed !== undefined &&
      !workspace.store.read(selectBegun('message', session.id)) &&
      this.#others.isEmpty &&
      this.#files.isEmpty;
    return html`
      <div class="history">
        <div class="scroller" role="log" aria-live="off" aria-label=${words.title} tabindex="0" @scroll=${this.#place.onScroll}>
          ${this.#window.hasEarlier ? this.#step(words.earlier, this.#onEarlier) : nothing}
          ${items.length === 0 ? html`<p class="empty" part="empty">${this.#whyEmpty(workspace.localization.strings)}</p>` : nothing}
          <ol class="messages">
            ${each(
              items,
              ({ segment }) => segment.id,
              (item) => chatBubble(item, scene),
            )}
          </ol>
          ${this.#window.hasLater ? this.#step(words.later, this.#onLater) : nothing}
        </div>
        ${this.#end.isFollowing ? nothing : this.#renderToEnd(words)}
      </div>
      <p class="typing quiet">${writing.length > 0 ? html`<bdi translate="no" title=${words.typing(writing)}>${words.typing(writing)}</bdi>` : nothing}</p>
      ${closed === undefined ? this.#renderTimeLeft(session, workspace, now) : html`<p class="closed" part="closed">${icon(Lock)}<bdi translate="no">${closed}</bdi></p>`}
      <div class="composer ${isIdle ? 'idle' : ''}" @message-input=${this.#onInput} @message-submit=${this.#onSubmit} @message-other=${this.#onOther} @message-files=${this.#files.onFiles} @message-file=${this.#files.onFile} @focusout=${this.#typing.stop}>
        ${this.#renderComposer(session, workspace, closed !== undefined)}
      </div>
      <div class="spoken" translate="no" role="status">${this.#announcer.text}</div>
    `;
  }

  #renderComposer(
    session: Session,
    { localization: { strings }, store }: WorkspaceHandle,
    isDisabled: boolean,
  ): unknown {
    const words = this.#words;
    const name = titleOf(session, strings);
    const { maxLength, isFormatted = false } = session.messaging ?? {};
    this.#composing = session.id;
    // The subject goes first: a text that is set then belongs to it.
    return nestedLater(strings, this, 'chat-conversation', 'message-composer', {
      words: strings['message-composer'],
      logger: store.logger,
      subject: session.id,
      isFormatted,
      text: this.#draft.value ?? '',
      ...this.#files.forComposer(session),
      ...this.#others.beside(isFormatted),
      isDisabled,
      maxLength,
      label: words.messageTo(name),
      placeholder: isDisabled ? '' : words.placeholder(name),
      quickReplies: this.#service.value?.companion.quickReplies ?? [],
    });
  }

  #renderToEnd(words: typeof chatConversation): TemplateResult {
    const { unseen } = this.#end;
    return html`<button type="button" class="end" @click=${this.#onToEnd}>
      ${icon(ArrowDown)}${unseen > 0 ? words.newMessages(unseen) : words.toEnd}
    </button>`;
  }

  #renderTimeLeft(session: Session, workspace: WorkspaceHandle, now: number): unknown {
    const closesAt = session.messaging?.closesAt;
    return closesAt !== undefined && timeLeft(session, now) === 'little'
      ? html`<p class="time-left quiet figures" translate="no">${this.#words.closesIn} ${remaining(workspace, session.id, closesAt)}</p>`
      : nothing;
  }

  #step(word: string, onClick: () => void): TemplateResult {
    return html`<button type="button" class="plain step" @click=${onClick}>${word}</button>`;
  }

  #sceneOf({ localization, store }: WorkspaceHandle, now: number, canSend: boolean): BubbleScene {
    const { locale, strings } = localization;
    if (this.#times?.locale !== locale) this.#times = { locale, times: createChatTimes(locale) };
    const connection = this.#connection.value;
    return {
      ...{ strings, locale },
      numberOf: numbersIn(this.#list),
      words: this.#words,
      times: this.#times.times,
      now,
      agentName: this.#workspace.value?.configuration?.users.get(this.#agentId)?.name,
      waiting: isCutOff(connection) ? pendingWord(connection, strings) : this.#words.sending,
      renderMarkdown: this.#markdown.render,
      canSend,
      onRetry: (item) => {
        this.#retry(item);
      },
      onDiscard: (outgoing) => {
        const { sessionId, text, attachments } = outgoing.command;
        // What is being written goes first.
        this.keep('message', (draft) => draft || text, sessionId);
        this.keep('attachments', (draft) => (draft?.length ? draft : draftFiles(attachments)), sessionId);
        store.dismiss(outgoing);
      },
    };
  }

  #whyEmpty({ transcriptAway: away = transcriptAwayWords }: Strings): string {
    return this.#away.value === undefined ? this.#words.empty : away[this.#away.value];
  }

  get #words(): typeof chatConversation {
    return this.workspace?.localization.strings['chat-conversation'] ?? chatConversation;
  }

  get #agentId(): string {
    return this.#workspace.value?.agentId ?? '';
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  get #composer(): MessageComposer | null {
    return this.renderRoot.querySelector<MessageComposer>('.composer > *');
  }

  #outgoing(sessionId: string): readonly Outgoing[] {
    return this.#awaited.of(sessionId, this.#commands.value ?? [], this.#list);
  }

  #follow(id: string | undefined, list: SegmentList): void {
    if (id === this.#listOf && list === this.#list) return;
    if (id === this.#listOf) {
      // What came while nobody looked is no news.
      if (!this.#putAway.isCatchingUp) this.#speak(this.#list, list);
      this.#window.grow(list.length);
    } else {
      this.#announcer.clear();
      this.#window.reset(list.length);
    }
    this.#list = list;
    this.#listOf = id;
  }

  /** What others write in the conversation that is looked at. */
  #speak(before: SegmentList, after: SegmentList): void {
    const { workspace } = this;
    if (!workspace || this.#listOf === undefined || !isHeard(workspace, this.#listOf)) return;
    const { strings } = workspace.localization;
    const scene = { words: this.#words, strings, agentName: undefined, numberOf: numbersIn(after) };
    this.#announcer.add(linesToSpeak(before, after, scene), workspace.ticker);
  }

  /** Answers whether it is on its way: a host may say no. */
  #send(sessionId: string, message: Message): boolean {
    const { workspace } = this;
    const wish = sendWish(sessionId, message);
    const reply = workspace && perform(workspace, this, wish);
    if (!reply) return false;
    this.#awaited.put(wish, workspace.store.clockOf(sessionId).now(), reply);
    this.requestUpdate();
    return true;
  }

  #retry({ segment, outgoing }: ChatItem): void {
    const sessionId = outgoing?.command.sessionId ?? this.shownId;
    if (sessionId !== undefined) this.#send(sessionId, messageOf(segment));
  }

  #onInput({ detail }: CustomEvent<{ readonly text: string }>): void {
    if (this.#composing === undefined) return;
    this.keep('message', detail.text, this.#composing);
    this.#typing.typed(this.#composing, detail.text);
  }

  #onSubmit({ detail, target }: CustomEvent<{ readonly text: string; readonly format: 'markdown' | undefined }>): void {
    const sessionId = this.#composing;
    if (sessionId === undefined) return;
    const { toSend: attachments } = this.#files;
    if (!this.#send(sessionId, { segmentId: newId(), ...detail, attachments })) return;
    this.#typing.stop();
    this.keep('message', undefined, sessionId);
    if (attachments.length > 0) this.keep('attachments', undefined, sessionId);
    // At once: the next key may come before the next update.
    (target as MessageComposer).clear();
    this.#window.toEnd();
  }

  #onOther({ detail: { use } }: CustomEvent<{ readonly use: boolean }>): void {
    const id = this.#composing;
    if (id !== undefined && id === this.shownId) this.#others.choose(use, id);
  }

  #onEarlier(): void {
    this.#window.earlier();
    this.requestUpdate();
  }

  #onLater(): void {
    this.#window.later();
    this.requestUpdate();
  }

  #onToEnd(): void {
    this.#window.toEnd();
    this.requestUpdate();
    this.#scroller?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-conversation': ChatConversation;
  }
}
