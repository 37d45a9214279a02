import type { SessionCommand } from '../../core/commands/command.js';
import type { MessageDelivery } from '../../core/model/messaging.js';
import type { Engine } from './engine.js';

type Letter = Extract<SessionCommand, { type: 'message.send' | 'email.reply' }>;

/** How long after it was written a message is delivered and read, in ms of the backend's tempo. */
const PROGRESS: readonly (readonly [delivery: MessageDelivery, afterMs: number])[] = [
  ['delivered', 600],
  ['read', 2400],
];

/** Takes what the agent writes into the conversation and reports how far it comes. */
export class Correspondence {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  send(letter: Letter): void {
    const { sessionId, text, commandId } = letter;
    const { agentId, configuration, agenda } = this.#engine;
    const segmentId = letter.type === 'message.send' ? letter.segmentId : commandId;
    const name = configuration?.users.get(agentId)?.name;
    const isMarkdown = letter.type === 'email.reply' || letter.format === 'markdown';
    this.#engine.tell([
      {
        type: 'transcript.appended',
        sessionId,
        causedBy: commandId,
        segments: [
          {
            id: segmentId,
            speaker: { id: agentId, role: 'agent', ...(name === undefined ? {} : { name }) },
            text,
            isFinal: true,
            at: agenda.now(),
            delivery: 'sent',
            ...(isMarkdown ? { format: 'markdown' as const } : {}),
            ...('attachments' in letter ? { attachments: letter.attachments } : {}),
          },
        ],
      },
    ]);
    for (const [delivery, afterMs] of PROGRESS) {
      agenda.after(afterMs, () => {
        this.#engine.tell([{ type: 'message.delivery-changed', sessionId, segmentId, delivery }]);
      });
    }
  }
}
