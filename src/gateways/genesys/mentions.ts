import type { MessageDelivery } from '../../core/model/messaging.js';
import type { Participant } from '../../core/model/participant.js';
import { participantsOf, personOf, roleOf } from './participants.js';
import type { Dict } from './read.js';
import { list, own, text } from './read.js';
import type { Reading } from './view.js';
import { agentOf } from './view.js';

/** The messages of a conversation, as far as it tells: no texts. */
export interface Mention {
  readonly id: string;
  /** How far one of the agent has come. */
  readonly delivery: MessageDelivery | undefined;
  readonly time: string | undefined;
  readonly by: Participant;
}

const DELIVERY: Readonly<Record<string, MessageDelivery>> = {
  queued: 'sent',
  published: 'sent',
  received: 'delivered',
  'delivery-success': 'delivered',
  'delivery-failed': 'failed',
};

/** Other words are ours, or nobody's. */
const deliveryOf = (status: unknown): MessageDelivery | undefined => {
  const word = text(status)?.toLowerCase();
  return own(DELIVERY, word) ?? word;
};

export function mentionsIn(conversation: Dict, reading: Reading): readonly Mention[] {
  const mentions = participantsOf(conversation).flatMap((participant) => {
    const role = roleOf(participant, reading.agentId) ?? 'bot';
    const by = role === 'agent' ? agentOf(reading) : personOf(participant, role);
    return list(participant.messages).flatMap(({ messages }) =>
      list(messages).flatMap(({ messageId, messageStatus, messageTime }) => {
        const id = text(messageId);
        return id === undefined
          ? []
          : [{ id, delivery: role === 'agent' ? deliveryOf(messageStatus) : undefined, time: text(messageTime), by }];
      }),
    );
  });
  return mentions.sort((one, other) => (Date.parse(one.time ?? '') || 0) - (Date.parse(other.time ?? '') || 0));
}
