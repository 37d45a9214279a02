import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { perform } from '../../context/acts/acts.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Service } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import { selectServiceOf } from '../../core/selectors/select-session.js';
import type { BegunField, Change } from '../../core/state/begun.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import type { CommandReply } from '../../core/commands/command.js';
import { newId } from '../../device/new-id.js';
import { chatConversation } from '../../localize/en/chat-conversation.js';
import { titleOf } from '../../localize/words.js';
import { nestedLater } from '../../registration/nested-later.js';
import type { MessageComposer } from '../message-composer/message-composer.js';
import { AwaitedMessages, hasArrived } from './awaited-messages.js';
import type { ChatItem, Outgoing } from './chat-items.js';
import { MessageFiles, draftFiles, messageOf, sendWish } from './message-files.js';
import type { Message } from './message-files.js';
import { OtherDrafts } from './other-drafts.js';
import { TypingTeller } from './typing-teller.js';

type Submitted = CustomEvent<{ readonly text: string; readonly format: 'markdown' | undefined }>;

type Failed = Extract<CommandReply, { ok: false }>;

type Keep = <F extends BegunField>(field: F, value: Change<F>, sessionId: string) => void;

/** What the agent writes in a chat: the message that is begun, with its files, and those that are on their way. */
export class ChatWriting {
  readonly #host: LitElement & WorkspaceHost;
  readonly #shown: () => string | undefined;
  readonly #keep: Keep;
  readonly #onFailed: (sessionId: string, reply: Failed) => void;
  readonly #commands: SliceController<readonly TrackedCommand[], string>;
  readonly #service: SliceController<Service | undefined, string>;
  readonly #draft: SliceController<string | undefined, string>;
  readonly #others: OtherDrafts;
  readonly #files: MessageFiles;
  readonly #typing: TypingTeller;
  #awaited = new AwaitedMessages();
  /** The session that the field on screen belongs to, which may not be the one selected since. */
  #composing: string | undefined;

  /**
   * @param shown the session that is to be shown
   * @param keep keeps what is begun, of the agent on screen
   * @param onFailed hears of a message that was not sent, and why
   */
  constructor(
    host: LitElement & WorkspaceHost,
    shown: () => string | undefined,
    keep: Keep,
    onFailed: (sessionId: string, reply: Failed) => void,
  ) {
    this.#host = host;
    this.#shown = shown;
    this.#keep = keep;
    this.#onFailed = onFailed;
    this.#commands = new SliceController(host, selectCommands, shown);
    this.#service = new SliceController(host, selectServiceOf, shown);
    this.#draft = new SliceController(
      host,
      (id: string) => selectBegun('message', id),
      shown,
      (draft = '') => draft !== this.composer?.text,
    );
    this.#others = new OtherDrafts(host, shown);
    this.#files = new MessageFiles(host, shown, () => this.#composing);
    this.#typing = new TypingTeller(host, shown);
  }

  get composer(): MessageComposer | null {
    return this.#host.renderRoot.querySelector<MessageComposer>('.composer > *');
  }

  /** Lets go of what belongs to the agent before. */
  forget(): void {
    this.#awaited = new AwaitedMessages();
    this.#composing = undefined;
  }

  /** What is on its way in a session or did not get there, oldest first. */
  outgoing(sessionId: string, list: SegmentList): readonly Outgoing[] {
    const commands = this.#commands.value ?? [];
    const arrived = commands.filter((one) => hasArrived(one, list));
    // Nobody asks for it again, nor whether it may be left.
    if (arrived.length > 0)
      queueMicrotask(() => {
        for (const one of arrived) this.#host.workspace?.store.dismiss(one);
      });
    return this.#awaited.of(
      sessionId,
      commands.filter((one) => !arrived.includes(one)),
      list,
    );
  }

  /** @param onSent after a message has gone */
  render(session: Session, workspace: WorkspaceHandle, isDisabled: boolean, onSent: () => void): TemplateResult {
    const isIdle =
      isDisabled &&
      !workspace.store.read(selectBegun('message', session.id)) &&
      this.#others.isEmpty &&
      this.#files.isEmpty;
    const onSubmit = (event: Submitted): void => {
      if (this.#submit(event)) onSent();
    };
    return html`<div class="composer ${isIdle ? 'idle' : ''}" @message-input=${this.#onInput} @message-submit=${onSubmit} @message-other=${this.#onOther} @message-files=${this.#files.onFiles} @message-file=${this.#files.onFile} @focusout=${this.#typing.stop}>
      ${this.#renderComposer(session, workspace, isDisabled)}
    </div>`;
  }

  retry({ segment, outgoing }: ChatItem): void {
    const sessionId = outgoing?.command.sessionId ?? this.#shown();
    if (sessionId !== undefined) this.#send(sessionId, messageOf(segment));
  }

  /** A message that did not get there goes back to where it is written. */
  discard(outgoing: Outgoing): void {
    const { sessionId, text, attachments } = outgoing.command;
    // What is being written goes first.
    this.#keep('message', (draft) => draft || text, sessionId);
    this.#keep('attachments', (draft) => (draft?.length ? draft : draftFiles(attachments)), sessionId);
    this.#host.workspace?.store.dismiss(outgoing);
  }

  #renderComposer(
    session: Session,
    { localization: { strings }, store }: WorkspaceHandle,
    isDisabled: boolean,
  ): unknown {
    const words = strings['chat-conversation'] ?? chatConversation;
    const name = titleOf(session, strings);
    const { maxLength, isFormatted = false } = session.messaging ?? {};
    this.#composing = session.id;
    // The subject goes first: a text that is set then belongs to it.
    return nestedLater(strings, this.#host, 'chat-conversation', 'message-composer', {
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

  /** Answers whether it is on its way: a host may say no. */
  #send(sessionId: string, message: Message): boolean {
    const { workspace } = this.#host;
    const wish = sendWish(sessionId, message);
    const reply = workspace && perform(workspace, this.#host, wish);
    if (!reply) return false;
    this.#awaited.put(wish, workspace.store.clockOf(sessionId).now(), reply);
    void reply.then((answer) => {
      if (!answer.ok) this.#onFailed(sessionId, answer);
    });
    this.#host.requestUpdate();
    return true;
  }

  /** Answers whether it is on its way. */
  #submit({ detail, target }: Submitted): boolean {
    const sessionId = this.#composing;
    if (sessionId === undefined) return false;
    const { toSend: attachments } = this.#files;
    if (!this.#send(sessionId, { segmentId: newId(), ...detail, attachments })) return false;
    this.#typing.stop();
    this.#keep('message', undefined, sessionId);
    if (attachments.length > 0) this.#keep('attachments', undefined, sessionId);
    // At once: the next key may come before the next update.
    (target as MessageComposer).clear();
    return true;
  }

  readonly #onInput = ({ detail: { text } }: CustomEvent<{ readonly text: string }>): void => {
    if (this.#composing === undefined) return;
    this.#keep('message', text, this.#composing);
    this.#typing.typed(this.#composing, text);
  };

  readonly #onOther = ({ detail: { use } }: CustomEvent<{ readonly use: boolean }>): void => {
    const id = this.#composing;
    if (id !== undefined && id === this.#shown()) this.#others.choose(use, id);
  };
}
