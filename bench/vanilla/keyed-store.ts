/**
 * The limit for the store: what one writes by hand who wants nothing but these facts, plain Maps and sets of listeners.
 * It does the same work: records are replaced and not changed, facts that do not fit the state are ignored, repeated
 * segments are dropped, unread messages and slots are counted, a flag says that some were seen, the list is kept in order, effects are told once. It
 * lacks what a kit needs besides: facts it does not know, poisoned facts, a queue, selectors, commands.
 */
import type { ReportedUsage, Session, SessionEvent, TranscriptSegment, WorkspaceEffect } from '../../src/index.js';
import type { Row } from './session-rules.js';
import { engagesAgent, nextRow, takesSlot } from './session-rules.js';
import { VanillaRoster } from './roster.js';

type Listener = () => void;

/** Listeners by key. */
class Listeners {
  readonly #byKey = new Map<string, Set<Listener>>();

  on(key: string, listener: Listener): Listener {
    let own = this.#byKey.get(key);
    if (!own) this.#byKey.set(key, (own = new Set()));
    own.add(listener);
    return () => own.delete(listener);
  }

  call(key: string): void {
    const own = this.#byKey.get(key);
    if (own) for (const listener of own) listener();
  }
}

export interface Transcript {
  readonly segments: TranscriptSegment[];
  readonly places: Map<string, number>;
}

export interface VanillaUser {
  readonly presence?: { readonly presence: string; readonly since: number };
  readonly usage?: ReportedUsage;
}

export class KeyedStore {
  readonly sessions = new Map<string, Row>();
  readonly transcripts = new Map<string, Transcript>();
  readonly users = new Map<string, VanillaUser>();
  readonly roster = new VanillaRoster(this.sessions);
  readonly used = new Map<string, number>();
  total = 0;
  /** Who keeps the agent from another conversation, in the order in which they began to. */
  readonly engaging = new Set<string>();
  readonly onSession = new Listeners();
  readonly onTranscript = new Listeners();
  readonly onUser = new Listeners();
  /** Keys: roster, usage. */
  readonly onWhole = new Listeners();
  onEffect: (type: WorkspaceEffect['type'], session: Row) => void = () => undefined;
  #selected: string | undefined;

  /** Begins with these sessions. */
  load(sessions: readonly Session[]): void {
    for (const session of sessions) this.#put(session.id, undefined, session);
  }

  apply(fact: SessionEvent): void {
    switch (fact.type) {
      case 'presence.changed': {
        const { userId, presence, at } = fact;
        this.users.set(userId, { ...this.users.get(userId), presence: { presence, since: at } });
        this.onUser.call(userId);
        break;
      }
      case 'usage.reported':
        this.users.set(fact.userId, { ...this.users.get(fact.userId), usage: fact.usage });
        this.onUser.call(fact.userId);
        break;
      case 'transcript.appended':
        this.#say(fact.sessionId, fact.segments);
        break;
      case 'session.selected':
        this.#selected = fact.sessionId;
        this.#reduce(fact.sessionId, fact);
        break;
      default:
        if ('sessionId' in fact) this.#reduce(fact.sessionId, fact);
    }
  }

  #reduce(id: string, fact: SessionEvent): void {
    const before = this.sessions.get(id);
    const after = nextRow(before, fact);
    if (after !== before) this.#put(id, before, after);
  }

  #put(id: string, before: Row | undefined, after: Row | undefined): void {
    if (after) this.sessions.set(id, after);
    else {
      this.sessions.delete(id);
      this.transcripts.delete(id);
    }
    const isMoved = this.roster.move(before, after);
    const isCounted = this.#countSlots(before, after);
    this.onSession.call(id);
    if (isMoved) this.onWhole.call('roster');
    if (isCounted) this.onWhole.call('usage');
    if (after) this.#tell(before, after);
  }

  #countSlots(before: Row | undefined, after: Row | undefined): boolean {
    const freed = before && takesSlot(before.state) ? before.modality : undefined;
    const taken = after && takesSlot(after.state) ? after.modality : undefined;
    const isMoved = freed !== taken;
    if (isMoved && freed !== undefined) this.#count(freed, -1);
    if (isMoved && taken !== undefined) this.#count(taken, 1);
    return this.#countEngaging(before, after) || isMoved;
  }

  #countEngaging(before: Row | undefined, after: Row | undefined): boolean {
    const was = before && engagesAgent(before.state) ? before.id : undefined;
    const is = after && engagesAgent(after.state) ? after.id : undefined;
    if (was === is) return false;
    if (was !== undefined) this.engaging.delete(was);
    if (is !== undefined) this.engaging.add(is);
    return true;
  }

  #count(modality: string, step: number): void {
    this.used.set(modality, (this.used.get(modality) ?? 0) + step);
    this.total += step;
  }

  #tell(before: Row | undefined, after: Row): void {
    if (!before) this.onEffect('session-offered', after);
    else if (before.state === 'offered' && (after.state === 'accepted' || after.state === 'active'))
      this.onEffect('session-started', after);
    else if (before.state !== after.state && (after.state === 'ended' || after.state === 'after-call-work'))
      this.onEffect('session-ended', after);
  }

  #say(id: string, segments: readonly TranscriptSegment[]): void {
    let transcript = this.transcripts.get(id);
    if (!transcript) this.transcripts.set(id, (transcript = { segments: [], places: new Map() }));
    let heard = 0;
    let isChanged = false;
    for (const segment of segments) {
      const place = transcript.places.get(segment.id);
      if (place !== undefined && transcript.segments[place]?.isFinal) continue;
      if (place === undefined) insert(transcript, segment);
      else transcript.segments[place] = segment;
      isChanged = true;
      if (segment.isFinal && segment.speaker.role === 'customer') heard += 1;
    }
    const before = this.sessions.get(id);
    const counts = heard > 0 && before && before.modality !== 'audio-video' && takesSlot(before.state);
    if (counts && before.state !== 'after-call-work') {
      if (id !== this.#selected) this.#put(id, before, { ...before, unread: before.unread + heard });
      else if (!before.seen) this.#put(id, before, { ...before, seen: true });
    }
    if (isChanged) this.onTranscript.call(id);
  }
}

/** At the end, or, when it came late, in its place by offset. */
function insert({ segments, places }: Transcript, segment: TranscriptSegment): void {
  const offset = segment.offsetMs ?? Infinity;
  let at = segments.length;
  while (at > 0 && (segments[at - 1]?.offsetMs ?? 0) > offset) at -= 1;
  if (at === segments.length) segments.push(segment);
  else {
    segments.splice(at, 0, segment);
    for (let index = at + 1; index < segments.length; index += 1) places.set(segments[index]?.id ?? '', index);
  }
  places.set(segment.id, at);
}
