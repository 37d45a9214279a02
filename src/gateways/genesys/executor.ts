import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { obstacleToWriting } from '../../core/rules/permissions.js';
import { Replies } from '../platform/replies.js';
import { Wishes } from '../platform/wishes.js';
import type { Asking, Plan } from './commands.js';
import { planOf, presencePlanOf } from './commands.js';
import { LATER_WORDS } from './later-words.js';
import type { Ledger } from './ledger.js';
import type { GenesysOptionsRead } from './options.js';
import { dict, text } from './read.js';
import { replyOf } from './reply-of.js';
import { Refused } from './requests.js';
import type { Subject } from './subject.js';
import { agentOf } from './view.js';
import type { GenesysWords } from './words.js';
import type { GenesysWorkspace } from './workspace.js';

/** What may be asked only later than that is refused: by then it may not be wanted any more. */
const PATIENCE_MS = 10_000;
/** How long an event may come after the answer; it may have been lost. */
const EVENT_HAS_MS = 5000;

/** Carries out what agents ask for, each thing once. */
export class Executor {
  readonly #options: GenesysOptionsRead;
  readonly #words: GenesysWords;
  readonly #ledger: Ledger;
  readonly #replies = new Replies();

  readonly #wishes: Wishes;

  constructor(options: GenesysOptionsRead, ledger: Ledger) {
    this.#options = options;
    this.#words = { ...LATER_WORDS, ...options.words };
    this.#ledger = ledger;
    this.#wishes = ledger.wishes = new Wishes(
      // On its way to what was asked for a presence may come through others.
      (command, fact) =>
        command.type !== 'presence.change' || ('presence' in fact && fact.presence === command.presence),
    );
  }

  execute(command: SessionCommand, workspace: GenesysWorkspace | undefined): Promise<CommandReply> {
    const reply = this.#replies.of(command.commandId, () =>
      this.#carryOut(command, workspace).catch((error: unknown) => {
        this.#wishes.drop(command.commandId);
        // What is refused, or not answered: something else may be so than what is shown.
        this.#doubt(command, workspace);
        return replyOf(error, this.#words);
      }),
    );
    // What was not answered may be tried again.
    void reply.then((answer) => {
      if (!answer.ok && answer.failure === 'unreachable') this.#replies.forget(command.commandId);
    });
    return reply;
  }

  /** The platform shows it for a while by itself. */
  typing(sessionId: string, workspace: GenesysWorkspace | undefined): void {
    const subject = workspace?.sessions.subject(sessionId);
    const communicationId = subject?.part.media === 'messages' ? text(subject.part.one.id) : undefined;
    if (!workspace || !subject || communicationId === undefined) return;
    const conversations = new this.#options.platformClient.ConversationsApi();
    workspace.requests
      .ask(() =>
        conversations.postConversationsMessageCommunicationTyping(subject.conversationId, communicationId, {
          typing: { type: 'On' },
        }),
      )
      .catch(() => undefined);
  }

  async #carryOut(command: SessionCommand, workspace: GenesysWorkspace | undefined): Promise<CommandReply> {
    if (!workspace) throw new Refused(0, undefined);
    await workspace.begun;
    if (workspace.isOver) throw new Refused(401, undefined);
    const asking = this.#asking(workspace);
    if (command.type === 'presence.change')
      return this.#run(command, presencePlanOf(command.presence, asking), workspace);
    const subject = workspace.sessions.subject(command.sessionId);
    if (!subject) return { ok: false, failure: 'unknown-session', message: this.#words.unknownSession };
    return command.type === 'message.send'
      ? this.#send(command, subject, workspace)
      : this.#run(command, planOf(command, subject, asking), workspace);
  }

  async #run(command: SessionCommand, plan: Plan, workspace: GenesysWorkspace): Promise<CommandReply> {
    if ('refused' in plan) return plan.refused;
    this.#wishes.add(command, Date.now());
    for (const step of plan.steps) await workspace.requests.ask(step, PATIENCE_MS);
    workspace.timers.after(EVENT_HAS_MS, () => {
      if ('sessionId' in command && this.#wishes.find(command.type, command.sessionId, Date.now()))
        this.#doubt(command, workspace);
    });
    return { ok: true };
  }

  #doubt(command: SessionCommand, workspace: GenesysWorkspace | undefined): void {
    const subject = 'sessionId' in command && workspace?.sessions.subject(command.sessionId);
    if (subject && !workspace?.isOver)
      workspace?.happenings().then(
        (happenings) => happenings.reread(subject.conversationId),
        () => undefined,
      );
  }

  async #send(
    command: Extract<SessionCommand, { type: 'message.send' }>,
    { record, conversationId, part }: Subject,
    workspace: GenesysWorkspace,
  ): Promise<CommandReply> {
    const communicationId = text(part.one.id);
    const { sessionId, segmentId, commandId, text: textBody } = command;
    const isEmpty = text(textBody) === undefined || (command.attachments?.length ?? 0) > 0;
    if (obstacleToWriting(record, Date.now()) !== undefined || communicationId === undefined || isEmpty)
      return { ok: false, failure: 'not-allowed', message: isEmpty ? this.#words.notHere : this.#words.notNow };
    const { requests, conversations, reading } = workspace;
    const { messages } = await workspace.happenings();
    const sent = messages.sending(sessionId, conversationId);
    let messageId: string | undefined;
    try {
      const answer = await requests.ask(
        () =>
          conversations.postConversationsMessageCommunicationMessages(conversationId, communicationId, { textBody }),
        PATIENCE_MS,
      );
      messageId = text(dict(answer).id);
      const at = Date.now();
      const segment = { id: segmentId, speaker: agentOf(reading), text: textBody, isFinal: true, at };
      this.#ledger.tell(
        [
          {
            type: 'transcript.appended',
            sessionId,
            segments: [{ ...segment, delivery: 'sent' }],
            at,
            causedBy: commandId,
          },
        ],
        'live',
      );
    } finally {
      sent(messageId, segmentId, textBody);
    }
    return { ok: true };
  }

  #asking({ agentId, presence }: GenesysWorkspace): Asking {
    const { platformClient, presences = {}, services = {} } = this.#options;
    return {
      apis: {
        conversations: new platformClient.ConversationsApi(),
        presence: new platformClient.PresenceApi(),
        users: new platformClient.UsersApi(),
      },
      words: this.#words,
      agentId,
      presence,
      presences,
      // A service of several queues goes to the first of them; one of none is taken for a queue itself.
      queueOf: (serviceId) => Object.entries(services).find(([, own]) => own === serviceId)?.[0] ?? serviceId,
    };
  }
}
