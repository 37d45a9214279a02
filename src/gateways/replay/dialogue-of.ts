import type { Modality } from '../../core/model/modality.js';
import { SERVICES } from '../in-memory/built-in-configuration.js';
import type { Dialogue, Line } from '../in-memory/dialogue.js';
import type { Recording, RecordedMessage } from './recording.js';

/** The service of the built-in configuration that handles sessions of a modality. */
function serviceOf(modality: Modality): string {
  switch (modality) {
    case 'audio-video':
      return SERVICES.cards;
    case 'im':
      return SERVICES.orders;
    case 'email':
      return SERVICES.claims;
    default:
      return SERVICES.dispatch;
  }
}

/** Nothing is recorded of what a channel takes: an agent who tries things out writes as in any chat. */
const CHAT = { takesTyping: true, files: { types: ['*'], maxBytes: 25_000_000 } } as const;

/** A recording as a script: an inbound task whose other side leaves when all is said. */
export function dialogueOf({ id, modality, subject, messages }: Recording): Dialogue {
  const customer = messages.find(({ speaker }) => speaker.role === 'customer')?.speaker;
  const isLive = modality === 'audio-video' || modality === 'im';
  const title = subject ?? (isLive ? undefined : messages[0]?.text.split('\n', 1)[0]);
  return {
    id,
    offer: {
      serviceId: serviceOf(modality),
      modality,
      direction: 'inbound',
      ...(customer?.name === undefined ? {} : { customer: { name: customer.name } }),
      ...(title === undefined ? {} : { subject: title }),
      ...(modality === 'im' ? { messaging: CHAT } : {}),
    },
    isVisitor: modality === 'im' && customer?.name === undefined,
    lines: messages.map(lineOf),
    ending: isLive ? 'other-side' : 'agent',
  };
}

const lineOf = ({ speaker, ...message }: RecordedMessage): Line => ({
  ...message,
  by: speaker.role,
  // Without a name the one that the session knows is better than none.
  ...(speaker.name === undefined && ['agent', 'customer'].includes(speaker.role) ? {} : { speaker }),
});
