import { textOf } from '../../core/text/displayable-text.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { MessageDelivery } from '../../core/model/messaging.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import type { SegmentList } from '../../core/state/segment-list.js';
import { textAt } from './attributes.js';
import type { TwilioMessage } from './conversations.js';

/** Whose page it is: in the conversation, and in the workspace. */
export interface Own {
  readonly identity: string;
  readonly agentId: string;
}

/** Up to which message others have read, by who they are. */
export type ReadBy = ReadonlyMap<string, number>;

const isOwn = (message: TwilioMessage, { identity }: Own): boolean => message.author === identity;

/** Own messages carry the id that they had before they were sent. */
export const segmentIdOf = (message: TwilioMessage, own: Own): string =>
  (isOwn(message, own) ? textAt(message.attributes, 'segmentId') : undefined) ?? message.sid;

function deliveryOf({ index, aggregatedDeliveryReceipt: receipt }: TwilioMessage, readBy: ReadBy): MessageDelivery {
  const has = (what: 'delivered' | 'read' | 'undelivered' | 'failed'): boolean =>
    receipt !== null && receipt !== undefined && receipt[what] !== 'none';
  if (has('read') || [...readBy.values()].some((read) => read >= index)) return 'read';
  if (has('delivered')) return 'delivered';
  return has('failed') || has('undelivered') ? 'failed' : 'sent';
}

/** @throws where there is nothing to tell a message by */
export function segmentOf(message: TwilioMessage, own: Own, readBy: ReadBy): TranscriptSegment {
  const { sid, author, body, dateCreated, attachedMedia } = message;
  if (typeof sid !== 'string' || sid === '') throw new TypeError('a message has no sid');
  const at = dateCreated instanceof Date ? dateCreated.getTime() : Number.NaN;
  const mine = isOwn(message, own);
  const name = author ?? '';
  const attachments = (attachedMedia ?? []).map(({ sid: id, filename, contentType, size }) => ({
    id: textOf(id),
    name: filename ?? '',
    ...(contentType && { mediaType: contentType }),
    ...(size >= 0 && { size }),
  }));
  return {
    id: segmentIdOf(message, own),
    speaker: mine
      ? { id: own.agentId, role: 'agent' }
      : { id: name, role: name === 'system' ? 'system' : 'customer', ...(name !== '' && { name }) },
    text: body ?? '',
    isFinal: true,
    ...(at > 0 && { at }),
    ...(mine && { delivery: deliveryOf(message, readBy) }),
    ...(attachments.length > 0 && { attachments }),
  };
}

/** What has to be said so that what is known of a conversation is what these messages say. */
export function messageFacts(
  sessionId: string,
  segments: readonly TranscriptSegment[],
  known: SegmentList | undefined,
  at: number,
): readonly SessionEvent[] {
  const added = segments.filter(({ id }) => !known?.get(id));
  const facts: SessionEvent[] = [];
  if (added.length > 0) facts.push({ type: 'transcript.appended', sessionId, segments: added, at });
  for (const segment of segments) {
    const before = known?.get(segment.id);
    if (!before) continue;
    const { delivery } = segment;
    if (before.text !== segment.text) facts.push({ type: 'transcript.corrected', sessionId, segment, at });
    if (delivery !== undefined && delivery !== before.delivery)
      facts.push({ type: 'message.delivery-changed', sessionId, segmentId: segment.id, delivery, at });
  }
  return facts;
}

/** What is known of a conversation and is not in it any more: what is blank takes it back. */
export function removalFacts(
  sessionId: string,
  isThere: (segmentId: string) => boolean,
  known: SegmentList | undefined,
  at: number,
): readonly SessionEvent[] {
  return [...(known ?? [])]
    .filter(({ id }) => !isThere(id))
    .map(({ attachments: _, ...segment }) => ({
      type: 'transcript.corrected',
      sessionId,
      segment: { ...segment, text: '' },
      at,
    }));
}
