import type { KnownModality } from '../../core/model/modality.js';
import type { Participant, SpeakerRole } from '../../core/model/participant.js';
import type { Dict } from './read.js';
import { dict, list, text } from './read.js';

/** The kinds of a platform's communications, in the order in which they are looked for: a callback comes with its call. */
export const MEDIA = ['callbacks', 'calls', 'videos', 'messages', 'chats', 'emails'] as const;

export type Media = (typeof MEDIA)[number];

export const MODALITY_OF: Readonly<Record<Media, KnownModality>> = {
  callbacks: 'audio-video',
  calls: 'audio-video',
  videos: 'audio-video',
  messages: 'im',
  chats: 'im',
  emails: 'email',
};

/** One's part in a conversation. */
export interface Part {
  readonly participant: Dict;
  readonly media: Media;
  /** The communication that counts: the one that goes on, else the first. */
  readonly one: Dict;
}

const isOut = ({ state }: Dict): boolean => state === 'disconnected' || state === 'terminated';

/** A participant with what connects him; undefined where nothing does that an agent would work on. */
function partOf(participant: Dict): Part | undefined {
  const all = MEDIA.flatMap((media) => list(participant[media]).map((one) => ({ participant, media, one })));
  return all.find(({ one }) => !isOut(one)) ?? all[0];
}

const ROLES: Readonly<Record<string, SpeakerRole>> = {
  customer: 'customer',
  external: 'customer',
  agent: 'colleague',
  user: 'colleague',
  bot: 'bot',
  botflow: 'bot',
};

/** Who somebody is to the agent `me`; undefined for queues and flows. */
export function roleOf(participant: Dict, me: string): SpeakerRole | undefined {
  if (participant.userId === me) return 'agent';
  const purpose = text(participant.purpose) ?? '';
  return Object.hasOwn(ROLES, purpose) ? ROLES[purpose] : undefined;
}

export function personOf(participant: Dict, role: SpeakerRole): Participant {
  const name = text(participant.name);
  return { id: text(participant.id) ?? role, role, ...(name !== undefined && { name }) };
}

export const isCustomer = (participant: Dict): boolean => roleOf(participant, '') === 'customer';

/** Whether somebody is in the conversation now. */
export function isThere(participant: Dict): boolean {
  const part = partOf(participant);
  return part !== undefined && !isOut(part.one);
}

export const participantsOf = (conversation: Dict): readonly Dict[] => list(conversation.participants);

/** The parts of the agent in a conversation, each a session of its own: who is handed it back gets a new one. */
export const partsOf = (conversation: Dict, me: string): readonly Part[] =>
  participantsOf(conversation).flatMap((participant) => {
    const part = participant.userId === me && text(participant.id) !== undefined && partOf(participant);
    return part ? [part] : [];
  });

/** A conversation's id and a participant's as one: the two cannot be mistaken for those of another pair. */
export const sessionIdOf = (conversationId: string, participantId: string): string =>
  [conversationId, participantId].map((id) => id.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');

export const wrapupOf = ({ participant, one }: Part): Dict =>
  text(dict(participant.wrapup).code) === undefined && one.wrapup !== undefined && participant.wrapup === undefined
    ? dict(one.wrapup)
    : dict(participant.wrapup);
