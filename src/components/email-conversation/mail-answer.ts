import type { LitElement, TemplateResult } from 'lit';
import { perform } from '../../context/acts/acts.js';
import { DraftState } from '../../context/draft-state.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { AgentWish } from '../../core/commands/command.js';
import type { EmailMessage } from '../../core/model/email.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import type { Change, ReplyDraft } from '../../core/state/begun.js';
import { isBlank } from '../../core/text/blank.js';
import { loadElement } from '../../registration/define-element.js';
import { nestedLater } from '../../registration/nested-later.js';
import type { MessageComposer } from '../message-composer/message-composer.js';
import { NO_REPLY, afterSent } from './reply-drafts.js';
import { composerOptions, renderReplyForm } from './reply-form.js';

type Letter = Extract<AgentWish, { type: 'email.reply' }>;

/** Keeps what is begun for a session, of the agent on screen or another one; undefined lets go of it. */
type Keep = (value: Change<'reply'>, sessionId: string, agentId?: string) => void;

/** The answer to a mail: what is begun of it, the form that it is written in, and how it is sent. */
export class MailAnswer {
  readonly #host: LitElement & WorkspaceHost;
  readonly #shown: () => string | undefined;
  readonly #agent: () => string | undefined;
  readonly #keep: Keep;
  readonly #draft: SliceController<ReplyDraft | undefined, string>;
  readonly #state: DraftState<'reply'>;
  /** The answer as it was rendered last. */
  #rendered = NO_REPLY;

  /**
   * @param shown the session that is to be shown
   * @param agent whose workspace is on screen
   */
  constructor(
    host: LitElement & WorkspaceHost,
    shown: () => string | undefined,
    agent: () => string | undefined,
    keep: Keep,
  ) {
    this.#host = host;
    this.#shown = shown;
    this.#agent = agent;
    this.#keep = keep;
    this.#draft = new SliceController(
      host,
      (id: string) => selectBegun('reply', id),
      shown,
      (draft = NO_REPLY) => !this.#isOnScreen(draft),
    );
    this.#state = new DraftState(host, 'reply', shown);
    host.addController(this);
  }

  /** What is begun for the session shown. */
  get draft(): ReplyDraft {
    return this.#draft.value ?? NO_REPLY;
  }

  /** What is begun for a session. */
  draftOf(sessionId: string): ReplyDraft {
    return this.#host.workspace?.store.read(selectBegun('reply', sessionId)) ?? NO_REPLY;
  }

  hostUpdated(): void {
    this.#rendered = this.draft;
  }

  /** Shows the answer and puts the caret into it, unless the agent has gone elsewhere while it was being loaded. */
  async open(sessionId: string, toAll: boolean): Promise<void> {
    this.#change(sessionId, { toAll, isOpen: true });
    const host = this.#host;
    const tag = `${host.localName.slice(0, -'email-conversation'.length)}message-composer`;
    await loadElement(tag).catch(() => undefined);
    host.requestUpdate();
    await host.updateComplete;
    const { renderRoot } = host;
    if (this.#shown() !== sessionId || !(renderRoot instanceof ShadowRoot) || !renderRoot.activeElement) return;
    const composer = this.#composer;
    composer?.closest('.reply')?.scrollIntoView({ block: 'nearest' });
    showText(renderRoot.querySelector('.letter'));
    composer?.focus();
  }

  /** What is written now goes, and not what could not be sent then. */
  sendAgain(letter: Letter): void {
    const { text } = this.draftOf(letter.sessionId);
    void this.#send({ ...letter, text: isBlank(text) ? letter.text : text });
  }

  render(id: string, email: EmailMessage, workspace: WorkspaceHandle, isDisabled: boolean): TemplateResult {
    const { strings } = workspace.localization;
    const { text, toAll } = this.draft;
    const composer = nestedLater(strings, this.#host, 'email-conversation', 'message-composer', {
      ...composerOptions(strings),
      logger: workspace.store.logger,
      isDisabled,
      subject: id,
      text,
      ...this.#state.beside,
    });
    return renderReplyForm(strings, email, toAll, composer, {
      onInput: (written) => {
        this.#change(id, { text: written });
      },
      onSubmit: (written) => void this.#send({ type: 'email.reply', sessionId: id, toAll, text: written }),
      onOther: (use) => {
        this.#state.choose(use, id, ({ text: other }, mine = NO_REPLY) => ({ ...mine, text: other }));
      },
      onClose: () => {
        this.#change(id, { isOpen: false });
      },
    });
  }

  async #send(letter: Letter): Promise<void> {
    const { workspace } = this.#host;
    const agentId = this.#agent();
    const { sessionId, text } = letter;
    this.#change(sessionId, { text });
    const reply = workspace && (await perform(workspace, this.#host, letter));
    // Another agent may be here by now, with an answer of their own.
    if (reply?.ok) this.#keep((draft) => draft && afterSent(draft, text), sessionId, agentId);
  }

  #change(sessionId: string, change: Partial<ReplyDraft>): void {
    this.#keep((draft = NO_REPLY) => ({ ...draft, ...change }), sessionId);
  }

  get #composer(): MessageComposer | null {
    return this.#host.renderRoot.querySelector<MessageComposer>('.reply > :last-child');
  }

  #isOnScreen({ text, toAll, isOpen }: ReplyDraft): boolean {
    const shown = this.#rendered;
    return isOpen === shown.isOpen && toAll === shown.toAll && text === (isOpen ? this.#composer?.text : shown.text);
  }
}

/** Who writes an answer has read who wrote to whom: the room there is goes to the text. */
function showText(letter: HTMLElement | null): void {
  const text = letter?.querySelector('.sheet, .text');
  if (!letter || !text || letter.scrollHeight <= letter.clientHeight) return;
  letter.scrollTop += text.getBoundingClientRect().top - letter.getBoundingClientRect().top;
}
