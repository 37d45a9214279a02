import type { Participant } from '../../core/model/participant.js';
import { participantsOf, personOf, roleOf } from './participants.js';
import type { Dict } from './read.js';
import { list, text } from './read.js';
import type { Reading } from './view.js';
import { agentOf } from './view.js';

/** The messages of a conversation, as far as it tells: no texts. */
export interface Mention {
  readonly id: string;
  readonly status: string | undefined;
  readonly time: string | undefined;
  readonly by: Participant;
}

export function mentionsIn(conversation: Dict, reading: Reading): readonly Mention[] {
  const mentions = participantsOf(conversation).flatMap((participant) => {
    const role = roleOf(participant, reading.agentId) ?? 'bot';
    const by = role === 'agent' ? agentOf(reading) : personOf(participant, role);
    return list(participant.messages).flatMap(({ messages }) =>
      list(messages).flatMap(({ messageId, messageStatus, messageTime }) => {
        const id = text(messageId);
        return id === undefined ? [] : [{ id, status: text(messageStatus), time: text(messageTime), by }];
      }),
    );
  });
  return mentions.sort((one, other) => (Date.parse(one.time ?? '') || 0) - (Date.parse(other.time ?? '') || 0));
}
