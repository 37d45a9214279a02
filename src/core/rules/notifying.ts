import { MODALITIES } from '../model/modality.js';
import type { Session } from '../model/session.js';
import { isOngoing } from './session-phase.js';

/** What has a sound of its own: an offer of each modality, and a message of a customer. */
export const SOUNDS = [...MODALITIES, 'message'] as const;

export type SoundName = (typeof SOUNDS)[number];

/** When the desktop tells as well (Dynamics: never, in the background, always). */
export const DESKTOP_POLICIES = ['never', 'background', 'always'] as const;

export type DesktopPolicy = (typeof DESKTOP_POLICIES)[number];

/** How an agent wants to be told of what comes while they look elsewhere. */
export interface NotificationSettings {
  readonly sounds: Readonly<Record<SoundName, boolean>>;
  /** From 0, silent, to 1. */
  readonly volume: number;
  readonly desktop: DesktopPolicy;
  /** Whether the title of the page tells, where the host lets it. */
  readonly inTitle: boolean;
}

/** Everything sounds; the desktop is asked for by the agent alone. */
const DEFAULT_SETTINGS: NotificationSettings = {
  sounds: { 'audio-video': true, im: true, email: true, external: true, message: true },
  volume: 0.6,
  desktop: 'never',
  inTitle: true,
};

/** Settings as they were kept, by whatever version of the kit: what cannot be read is as it is by default. */
export function readSettings(kept: unknown): NotificationSettings {
  const { sounds, volume, desktop, inTitle } = fieldsOf(kept);
  const own = fieldsOf(sounds);
  const isOn = (name: SoundName): boolean =>
    typeof own[name] === 'boolean' ? own[name] : DEFAULT_SETTINGS.sounds[name];
  return {
    sounds: {
      'audio-video': isOn('audio-video'),
      im: isOn('im'),
      email: isOn('email'),
      external: isOn('external'),
      message: isOn('message'),
    },
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULT_SETTINGS.volume,
    desktop: DESKTOP_POLICIES.find((policy) => policy === desktop) ?? DEFAULT_SETTINGS.desktop,
    inTitle: typeof inTitle === 'boolean' ? inTitle : DEFAULT_SETTINGS.inTitle,
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** By which ways agents may be told. */
export interface Ways {
  readonly sound: boolean;
  readonly desktop: boolean;
  readonly title: boolean;
}

/**
 * What a host lets: the ways it names, or none (`off`). Without a word of it the title is its own.
 *
 * @param named such as `sound title`
 */
export function waysOfHost(named: string | null): Ways {
  const words = (named ?? 'sound desktop').split(/\s+/);
  return { sound: words.includes('sound'), desktop: words.includes('desktop'), title: words.includes('title') };
}

/** Where the agent is. */
export interface Sight {
  /** Whether the page has the focus; without it the agent is in another window or tab. */
  readonly hasFocus: boolean;
  /** Whether the page can be seen. */
  readonly isSeen: boolean;
  /** The session whose conversation can be seen. */
  readonly selectedId: string | undefined;
}

/** Something that is worth telling an agent. */
export interface Telling {
  readonly about: 'offer' | 'message';
  readonly sessionId: string;
}

/**
 * What is worth telling of a live effect. An offer always, whatever the agent's presence, because it runs out; a
 * message where its session is not in sight. Replays and snapshots have no effects, so nothing is told of them.
 */
export function tellingOf(
  { type, session }: { readonly type: string; readonly session: Session },
  sight: Sight,
): Telling | undefined {
  const { id: sessionId, state } = session;
  if (type === 'session-offered' && state === 'offered') return { about: 'offer', sessionId };
  if (type === 'message-received' && isOngoing(state) && !isInSight(sessionId, sight))
    return { about: 'message', sessionId };
  return undefined;
}

const isInSight = (sessionId: string, { isSeen, selectedId }: Sight): boolean => isSeen && selectedId === sessionId;

/** Whether there is nothing left to tell: the offer is gone, the message was looked at, here or in another tab. */
export function isTold({ about, sessionId }: Telling, session: Session | undefined, sight: Sight): boolean {
  if (about === 'offer') return session?.state !== 'offered';
  if (!session || !isOngoing(session.state) || isInSight(sessionId, sight)) return true;
  return session.unread === 0 && !session.seen;
}

/** The sound of something; of a modality that nobody here knows, that of an external task. */
export function soundOf({ about }: Telling, { modality }: Session): SoundName {
  return about === 'message' ? 'message' : (MODALITIES.find((known) => known === modality) ?? 'external');
}

/** Whether a sound is repeated until its offer is gone: somebody waits at the other end. */
export const isRepeated = (sound: SoundName): boolean => sound === 'audio-video';

/** Whether the desktop tells of what comes now. */
export const isForDesktop = ({ desktop }: NotificationSettings, { hasFocus }: Sight): boolean =>
  desktop === 'always' || (desktop === 'background' && !hasFocus);

/** Longest ringing, in ms, of an offer that says no end (Dynamics: 120 s by default). */
const LONGEST_RING_MS = 120_000;

/** How long, in ms, an offer rings from now on: its time runs, also while nothing is heard of its backend. */
export const ringMs = ({ since, offerExpiresAt = since + LONGEST_RING_MS }: Session, now: number): number =>
  Math.min(LONGEST_RING_MS, Math.max(0, offerExpiresAt - now));

/** When something sounded last, in ms; undefined never. */
export interface LastSounds {
  readonly offer: number | undefined;
  readonly message: number | undefined;
}

/** Within so many ms, several are one: a burst of offers sounds once, and messages never tire an agent who is at work. */
const ONE_SOUND_MS = { offer: 1000, message: 5000 } as const;

/** Whether something may sound now. A message is silent after any sound, an offer only after that of another offer. */
export function isSoundDue(about: Telling['about'], { offer, message }: LastSounds, now: number): boolean {
  const last = about === 'offer' ? offer : Math.max(offer ?? -Infinity, message ?? -Infinity);
  return now - (last ?? -Infinity) >= ONE_SOUND_MS[about];
}
