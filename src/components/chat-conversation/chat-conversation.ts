import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { each } from '../../context/each.js';
import { remaining } from '../../context/duration-directive.js';
import { Notices } from '../../context/notices.js';
import { painted } from '../../context/painted.js';
import { isHeard } from '../../context/is-heard.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectConnectionOf } from '../../core/selectors/select-connection.js';
import { selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectTranscript, selectTranscriptAway } from '../../core/selectors/select-transcript.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { Strings } from '../../localize/en.js';
import { chatConversation } from '../../localize/en/chat-conversation.js';
import { transcriptAwayWords } from '../../localize/en/transcript-away.js';
import { numbersIn } from '../../core/transcript/speaker-name.js';
import { base } from '../../styles/base.js';
import { toEndStyles } from '../../styles/to-end.js';
import { takeEdgeKey } from '../../controllers/edge-keys.js';
import { DrawnTranscript } from '../../controllers/drawn-transcript.js';
import { EndFollower } from '../../controllers/end-follower.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { isShown } from '../../controllers/sight.js';
import { ArrowDown, Lock } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { LateMarkdown } from '../../rich-text/late-markdown.js';
import { LineAnnouncer } from '../../controllers/line-announcer.js';
import { titleOf } from '../../localize/words.js';
import { isCutOff, pendingWord } from '../../localize/pending-word.js';
import { SessionWidget } from '../../context/session-widget.js';
import { NAME, cutSentence } from '../../views/cut-sentence.js';
import { chatBubble, notSent } from './chat-bubble.js';
import type { BubbleScene } from './chat-bubble.js';
import { styles } from './chat-conversation.styles.js';
import { chatItems } from './chat-items.js';
import { createChatTimes } from './chat-times.js';
import type { ChatTimes } from './chat-times.js';
import { ChatWriting } from './chat-writing.js';
import { ClosingWatch } from './closing-watch.js';
import { linesToSpeak } from './lines-to-speak.js';
import { DroppedBeside } from './dropped-beside.js';
import { HistoryWindow } from './history-window.js';
import { ReadingPlace } from './reading-place.js';
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
  readonly #away = new SliceController(this, selectTranscriptAway, this.#id);
  readonly #connection = new SliceController(this, selectConnectionOf, this.#id);
  readonly #workspace = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #end = new EndFollower(this, {
    content: '.messages',
    restore: () => {
      this.#place.onResize();
    },
  });
  readonly #window = new HistoryWindow(this.#end);
  readonly #place = new ReadingPlace(this, this.#end, this.#window);
  readonly #drawn = new DrawnTranscript(this, this.#id, {
    selected: selectSelectedId,
    transcript: selectTranscript,
    grow: (before, list, isInSight) => {
      if (isInSight) this.#speak(before, list);
      this.#window.grow(list.length, isInSight);
    },
    turn: (from, to, list) => {
      this.#announcer.clear();
      this.#place.turn(from, to, list.length);
    },
  });
  readonly #closing = new ClosingWatch(this);
  readonly #writing = new ChatWriting(
    this,
    this.#id,
    (field, value, sessionId) => {
      this.keep(field, value, sessionId);
    },
    (sessionId, reply) => {
      this.#tellFailed(sessionId, reply);
    },
  );
  readonly #markdown = new LateMarkdown(this);
  readonly #notices = new Notices(this);
  #isTelling = false;
  readonly #announcer = new LineAnnouncer(this, (count) => this.#words.announce(count));
  #times: { readonly locale: string; readonly times: ChatTimes } | undefined;

  constructor() {
    super();
    new DroppedBeside(this, () => this.#writing.composer);
    keepFocus(this, () => () => this.#writing.composer ?? this.#scroller);
  }

  protected override forget(): void {
    this.#writing.forget();
    this.#place.forget();
    this.#drawn.forget();
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    return this.#drawn.schedule(() => super.scheduleUpdate());
  }

  protected override shouldUpdate(): boolean {
    return this.#drawn.isToBeDrawn();
  }

  protected override updated(): void {
    if (this.#isTelling && isShown(this)) {
      this.#isTelling = false;
      this.#notices.say();
    }
    if (!this.#window.isToBeFilled) return;
    void painted().then(() => {
      if (this.#window.fill()) this.requestUpdate();
    });
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const words = this.#words;
    const now = workspace.store.clockOf(session.id).now();
    const closed = whyClosed(session, now, words, workspace.localization.strings);
    const scene = this.#sceneOf(workspace, now, closed === undefined);
    const items = chatItems(
      this.#drawn.list,
      this.#window,
      this.#writing.outgoing(session.id, this.#drawn.list),
      session,
      this.#agentId,
    );
    // Before the agent's first formatted message, too: it is never seen with the marks it is sent with.
    const mayBeFormatted = session.messaging?.isFormatted === true;
    if (mayBeFormatted || items.some(({ segment }) => segment.format === 'markdown')) this.#markdown.ask();
    this.#closing.watch(session);
    const writing = typingNames(session, this.#drawn.list, this.#agentId, workspace.localization.strings);
    return html`
      <div class="history">
        <div class="scroller" role="log" aria-live="off" aria-label=${words.title} tabindex="0" @scroll=${this.#place.onScroll} @keydown=${this.#onKey}>
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
        ${this.#end.isAway ? this.#renderToEnd(words) : nothing}
      </div>
      <p class="typing quiet" title=${ifDefined(writing.length > 0 ? words.typing(writing) : undefined)}>${writing.length > 0 ? cutSentence(words.typing(writing.map(() => NAME)), writing) : nothing}</p>
      ${closed === undefined ? this.#renderTimeLeft(session, workspace, now) : html`<p class="closed" part="closed">${icon(Lock)}<bdi translate="no">${closed}</bdi></p>`}
      ${this.#writing.render(session, workspace, closed !== undefined, this.#onSent)}
      <div class="spoken" translate="no" role="status">${this.#announcer.text}</div>
    `;
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

  #sceneOf({ localization }: WorkspaceHandle, now: number, canSend: boolean): BubbleScene {
    const { locale, strings } = localization;
    if (this.#times?.locale !== locale) this.#times = { locale, times: createChatTimes(locale) };
    const connection = this.#connection.value;
    return {
      ...{ strings, locale },
      numberOf: numbersIn(this.#drawn.list),
      words: this.#words,
      times: this.#times.times,
      now,
      agentName: this.#workspace.value?.configuration?.users.get(this.#agentId)?.name,
      waiting: isCutOff(connection) ? pendingWord(connection, strings) : this.#words.sending,
      renderMarkdown: this.#markdown.render,
      canSend,
      onRetry: (item) => {
        this.#writing.retry(item);
      },
      onDiscard: (outgoing) => {
        this.#writing.discard(outgoing);
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

  /** What others write in the conversation that is looked at. */
  #speak(before: SegmentList, after: SegmentList): void {
    const { workspace } = this;
    const { sessionId } = this.#drawn;
    if (!workspace || sessionId === undefined || !isHeard(workspace, sessionId)) return;
    const { strings } = workspace.localization;
    const scene = { words: this.#words, strings, agentName: undefined, numberOf: numbersIn(after) };
    this.#announcer.add(linesToSpeak(before, after, scene), workspace, sessionId);
  }

  /** Who has turned to something else meanwhile is told there, by the name of its session, until they are back. */
  #tellFailed(sessionId: string, reply: Parameters<typeof notSent>[0]): void {
    const { workspace, shownId } = this;
    const session = workspace?.store.read(selectSession(sessionId));
    if (!workspace || !session || !isHeard(workspace, sessionId)) return;
    const { strings } = workspace.localization;
    const sentence = notSent(reply, { words: this.#words, strings });
    const about = titleOf(session, strings);
    if (isShown(this)) {
      this.#announcer.add(
        [sessionId === shownId ? sentence : `${about}: ${sentence}`],
        workspace,
        shownId ?? sessionId,
      );
      return;
    }
    this.#isTelling = true;
    const content = html`<div class="notice" role="alert"><span>${sentence}</span></div>`;
    this.#notices.say({ about, content, state: `${sessionId} ${sentence}` });
  }

  readonly #onSent = (): void => {
    this.#window.toEnd();
  };

  #onEarlier(): void {
    this.#window.earlier();
    this.requestUpdate();
  }

  #onLater(): void {
    this.#window.later();
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    takeEdgeKey(event, {
      end: () => {
        this.#onToEnd();
      },
    });
  }

  #onToEnd(): void {
    this.#end.halt();
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
