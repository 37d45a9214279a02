import type { MessageDelivery } from '../../core/model/messaging.js';
import type { Participant, SpeakerRole } from '../../core/model/participant.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { askedOf, fieldsOf, listOf, momentOf, ownOf, textOf } from './reading.js';

const EVENT = 'application/vnd.amazonaws.connect.event.';

/** What an item of a chat says: something written, how far something written has come, who comes or goes, or the end. */
export type ChatItem =
  | { readonly kind: 'said'; readonly segment: TranscriptSegment; readonly isOwn: boolean }
  | { readonly kind: 'receipt'; readonly id: string; readonly delivery: MessageDelivery }
  | { readonly kind: 'joined' | 'left'; readonly participant: Participant }
  | { readonly kind: 'ended' };

const ROLES: Readonly<Record<string, SpeakerRole>> = {
  AGENT: 'agent',
  CUSTOMER: 'customer',
  SYSTEM: 'system',
  CUSTOM_BOT: 'bot',
  SUPERVISOR: 'supervisor',
};

/** Who an item is of; another agent than this one is a colleague. */
export function participantOf(item: unknown, ownId: string | undefined): Participant {
  const { ParticipantRole, ParticipantId, DisplayName } = fieldsOf(item);
  const word = textOf(ParticipantRole) ?? '';
  const id = textOf(ParticipantId) ?? word.toLowerCase();
  const role = ownOf(ROLES, word) ?? word.toLowerCase();
  const name = textOf(DisplayName);
  return {
    id,
    role: role === 'agent' && ownId !== undefined && id !== ownId ? 'colleague' : role,
    ...(name !== undefined && { name }),
  };
}

/** Reads an item of a chat; undefined where it says nothing to an agent. Throws where it cannot be read. */
export function chatItemOf(item: unknown, ownId: string | undefined): ChatItem | undefined {
  const { Type, ContentType, MessageMetadata } = fieldsOf(item);
  const type = textOf(Type);
  if (type === undefined) throw new Error('a chat item without type');
  if (type === 'MESSAGEMETADATA') return receiptOf(MessageMetadata);
  if (type === 'EVENT') {
    const [, event] = textOf(ContentType)?.split(EVENT) ?? [];
    if (event === 'chat.ended') return { kind: 'ended' };
    const participant = participantOf(item, ownId);
    if (event === 'participant.joined') return { kind: 'joined', participant };
    return event === 'participant.left' ? { kind: 'left', participant } : undefined;
  }
  if (type !== 'MESSAGE' && type !== 'ATTACHMENT') return undefined;
  return saidOf(item, participantOf(item, ownId));
}

function saidOf(item: unknown, speaker: Participant): ChatItem | undefined {
  const { Id, AbsoluteTime, Content, ContentType, Attachments } = fieldsOf(item);
  const id = textOf(Id);
  if (id === undefined) throw new Error('a chat item without id');
  const isOwn = speaker.role === 'agent';
  const at = momentOf(AbsoluteTime);
  const attachments = listOf(Attachments).flatMap((attachment) => {
    const { AttachmentId, AttachmentName, ContentType: mediaType, Status } = fieldsOf(attachment);
    const own = textOf(AttachmentId);
    if (own === undefined || Status === 'IN_PROGRESS') return [];
    const kind = textOf(mediaType);
    return [{ id: own, name: textOf(AttachmentName) ?? own, ...(kind !== undefined && { mediaType: kind }) }];
  });
  const isRefused = listOf(Attachments).some((attachment) => fieldsOf(attachment).Status === 'REJECTED');
  const content = textOf(Content) ?? '';
  // A file is a message when it has been looked through.
  if (!content && !attachments[0]) return undefined;
  return {
    kind: 'said',
    isOwn,
    segment: {
      id,
      speaker,
      text: wordsOf(content, textOf(ContentType) ?? ''),
      isFinal: true,
      ...(at !== undefined && { at }),
      ...(ContentType === 'text/markdown' && { format: 'markdown' }),
      ...(isOwn && { delivery: isRefused ? 'failed' : 'sent' }),
      ...(attachments[0] && { attachments }),
    },
  };
}

/** What a customer is shown of a message to choose from, one line each; anything else is as it was written. */
function wordsOf(content: string, contentType: string): string {
  if (!contentType.includes('.message.interactive')) return content;
  const { data } = fieldsOf(askedOf(() => JSON.parse(content) as unknown));
  return linesOf(fieldsOf(data).content).join('\n') || content;
}

/** A title, what is said below it, and what can be chosen: pictures with titles, times, or a row of such messages. */
function linesOf(shown: unknown, deepest = 3): readonly string[] {
  const { title, subtitle, date, elements, timeslots, data } = fieldsOf(shown);
  const choices = deepest > 0 ? [fieldsOf(data).content, ...listOf(elements), ...listOf(timeslots)] : [];
  return [
    ...[title, subtitle, date].flatMap((text) => textOf(text) ?? []),
    ...choices.flatMap((choice) => linesOf(choice, deepest - 1)),
  ];
}

function receiptOf(metadata: unknown): ChatItem | undefined {
  const { MessageId, Receipts } = fieldsOf(metadata);
  const id = textOf(MessageId);
  if (id === undefined) throw new Error('a chat item without id');
  const receipts = listOf(Receipts).map(fieldsOf);
  if (receipts.some(({ ReadTimestamp }) => textOf(ReadTimestamp))) return { kind: 'receipt', id, delivery: 'read' };
  return receipts.some(({ DeliveredTimestamp }) => textOf(DeliveredTimestamp))
    ? { kind: 'receipt', id, delivery: 'delivered' }
    : undefined;
}
