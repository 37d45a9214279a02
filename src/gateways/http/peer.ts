import type { ConnectionStatus, SessionEvent } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import type { Position } from '../../core/wire/contract.js';
import type { ReadSnapshot } from '../../core/wire/read-snapshot.js';
import { ConnectionNews } from './connection-news.js';
import type { RawMessage } from './event-stream.js';
import { Feed } from './feed.js';
import type { FeedReceiver } from './feed.js';
import { Link } from './link.js';
import type { LinkOptions, LinkStatus } from './link.js';
import type { PageSignal } from './page-signals.js';
import type { ServerClock } from './server-clock.js';
import { SharedLink } from './shared-link.js';
import type { SharedLinkHost } from './shared-link.js';
import { Snapshots } from './snapshots.js';
import type { SnapshotHost } from './snapshots.js';

/** What the gateway hears of its peers. */
export interface PeerHost {
  /** Whose data this is. Told after every snapshot, before it is handed over. */
  agent(agentId: string): void;
  /** How well the backend is reached. */
  status(status: ConnectionStatus): void;
  /** Tabs can share nothing after all. */
  unshared(refusal: string): void;
}

export interface PeerOptions extends Omit<LinkOptions, 'agentId'> {
  readonly clock: ServerClock;
  /** Unique in this browser. */
  readonly id: string;
  /** Absent where every peer keeps a stream of its own; `unknown` until `share` tells. */
  readonly locks: LockManager | 'unknown' | undefined;
}

/** Whose workspace it is when nobody is signed in. No agent has an empty id. */
const NOBODY = '';

/** One receiver's connection: its snapshots, its place in the log, its share in the stream, and how all that is. */
export class Peer implements SharedLinkHost, FeedReceiver, SnapshotHost {
  readonly #receiver: GatewayReceiver;
  readonly #host: PeerHost;
  readonly #options: PeerOptions;
  readonly #feed = new Feed(this);
  readonly #snapshots: Snapshots;
  readonly #news: ConnectionNews;
  readonly #known = new Set<string>();
  #locks: LockManager | 'unknown' | undefined;
  #link: Link | SharedLink | undefined;
  #linkStatus: LinkStatus = 'opening';
  #agentId: string | undefined;
  #isSignedOut = false;
  /** Whether a signed-out page asks without having been told that the agent has signed in. */
  #isKnocking = false;
  /** Whether the agent has left: nothing is asked before somebody has signed in. */
  #isLeft = false;
  #isAway = false;

  constructor(receiver: GatewayReceiver, host: PeerHost, options: PeerOptions) {
    this.#receiver = receiver;
    this.#host = host;
    this.#options = options;
    this.#locks = options.locks;
    this.#snapshots = new Snapshots(this, options);
    this.#snapshots.need();
    // The first fact is the reset, unless that takes its time.
    this.#news = new ConnectionNews({
      clock: options.clock,
      noticeMs: options.timings.noticeMs,
      onDue: () => {
        this.#tell();
      },
      onStatus: (status) => {
        host.status(status);
      },
      onFact: (fact) => {
        this.facts([fact], 'replay');
      },
    });
  }

  /** Sessions that the receiver has. */
  get known(): ReadonlySet<string> {
    return this.#known;
  }

  /** The receiver lets go of these sessions. */
  letGo(sessionIds: readonly string[]): void {
    for (const id of sessionIds) this.#known.delete(id);
  }

  /** Hands over what did not come by the stream. */
  deliver(events: readonly SessionEvent[]): void {
    this.facts(events, 'replay');
  }

  /** Passes on a signal of the page. */
  hear(signal: PageSignal): void {
    if (signal === 'away') {
      this.#leave();
      return;
    }
    this.#comeBack();
    this.#tell();
    if (this.#isSignedOut && !this.#isLeft) {
      this.#isKnocking = true;
      this.#snapshots.need();
    }
    this.#snapshots.proceed();
    this.#link?.probe(signal === 'network');
  }

  /** By what tabs share is known now, or is not to be had any more. */
  share(locks: LockManager | undefined): void {
    this.#locks = locks;
    if (this.#link) {
      this.#leaveLink();
      this.opened();
    }
    this.#join();
    this.#tell();
  }

  /** The agent has signed in, possibly another one: nothing is taken for granted. */
  signIn(): void {
    this.#tellOthers();
    this.signedIn();
  }

  /** The agent has left: what is his is taken off the screen, and nothing asked before somebody has signed in. */
  leave(): void {
    this.#isLeft = true;
    this.#isSignedOut = true;
    this.#agentId = undefined;
    this.#leaveLink();
    this.#feed.abandon();
    this.#snapshots.cancel();
    this.#news.forgetDiscarded();
    this.facts([{ type: 'workspace.reset', agentId: NOBODY, at: this.#options.clock.now() }], 'replay');
    this.#tell();
  }

  /** So many commands of the agent of now had no answer before, and were given up. */
  discarded(count: number): void {
    this.#news.discarded(count);
  }

  /** Ends everything. The receiver is not called again. */
  stop(): void {
    this.#news.stop();
    this.#leave();
    this.#snapshots.stop();
  }

  // What the link says.

  position(): Position | undefined {
    return this.#feed.position;
  }

  opened(): void {
    this.#feed.opened(this.#options.clock.now());
  }

  settled(): void {
    this.#feed.settled();
    this.#tell();
  }

  messages(messages: readonly RawMessage[]): void {
    this.#news.heard();
    this.#feed.take(messages);
    this.#tell();
  }

  compare(position: Position): void {
    this.#feed.compare(position);
    this.#tell();
  }

  unshared(refusal: string): void {
    this.#host.unshared(refusal);
  }

  signedIn(): void {
    this.#isKnocking = false;
    this.#isLeft = false;
    this.#options.requests.signIn();
    this.#feed.abandon();
    if (this.#link) this.#linkStatus = 'lost';
    this.#link?.renew();
    this.#snapshots.renew();
    this.#tell();
  }

  status(status: LinkStatus): void {
    // A tab that takes the lead says nothing of the connection before it knows.
    if (status === 'opening') return;
    // Who joins an open stream has caught up by its snapshot.
    if (status === 'open' && this.#linkStatus === 'opening' && this.#isFollowing) this.#feed.settled();
    const isReopened = status === 'open' && this.#linkStatus !== 'open';
    this.#linkStatus = status;
    if (status === 'signed-out') this.signedOut();
    // Whoever was let in proves the sign-in to all, also to a tab that was told last what the leader knew before it.
    else if (isReopened && this.#isSignedOut) this.#snapshots.need();
    this.#tell();
  }

  // What the feed says.

  facts(events: readonly SessionEvent[], delivery: Delivery): void {
    for (const event of events) {
      if (event.type === 'workspace.reset') this.#known.clear();
      else if (event.type === 'session.snapshot') this.#known.add(event.session.id);
      else if (event.type === 'session.removed') this.#known.delete(event.sessionId);
      // Any other fact about a session that the receiver does not have tells it nothing.
      else if (event.type === 'session.offered') this.#known.add(event.sessionId);
    }
    try {
      this.#receiver.facts(events, delivery);
    } catch {
      this.rejected('The receiver threw.');
    }
  }

  rejected(reason: string): void {
    this.#receiver.rejected(reason);
  }

  heardTime(serverTime: number): void {
    this.#options.clock.synchronize(serverTime);
  }

  lost(): void {
    // Signed out, a snapshot is asked for when there is a reason to believe that it is granted.
    if (!this.#isSignedOut) this.#snapshots.need();
  }

  // What the snapshots say.

  restore(snapshot: ReadSnapshot): void {
    const { agentId } = snapshot;
    if (this.#linkStatus === 'signed-out') this.#linkStatus = 'lost';
    if (this.#isSignedOut && this.#isKnocking) this.#tellOthers();
    this.#isSignedOut = false;
    this.#isKnocking = false;
    this.#news.heard();
    if (agentId !== this.#agentId) {
      // What one agent is told is nothing to another.
      this.discarded(0);
      this.#leaveLink();
      // What came for one agent is nothing to another.
      this.#feed.abandon();
    }
    this.#agentId = agentId;
    this.#host.agent(agentId);
    this.#feed.restore(snapshot);
    this.#join();
    this.#link?.proceed();
    this.#tell();
  }

  signedOut(): void {
    this.#isSignedOut = true;
    this.#feed.abandon();
    this.#tell();
  }

  get #isFollowing(): boolean {
    return this.#link instanceof SharedLink && !this.#link.isLeading;
  }

  #tellOthers(): void {
    if (this.#link instanceof SharedLink) this.#link.tellSignedIn();
  }

  #join(): void {
    const agentId = this.#agentId;
    const locks = this.#locks;
    if (this.#link || this.#isAway || agentId === undefined || locks === 'unknown') return;
    const { requests } = this.#options;
    const options = { ...this.#options, agentId };
    const name = `my-sessions/1 ${requests.base} ${agentId}`;
    try {
      this.#link = locks ? new SharedLink(this, { ...options, name, locks }) : new Link(this, options);
    } catch (error) {
      this.unshared(String(error));
    }
  }

  #leaveLink(): void {
    this.#link?.stop();
    this.#link = undefined;
    this.#linkStatus = 'opening';
  }

  #leave(): void {
    this.#isAway = true;
    this.#leaveLink();
  }

  #comeBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.opened();
    this.#join();
  }

  /** Tells how well the backend is reached, when that has changed. */
  #tell(): void {
    if (!this.#isAway) this.#news.tell(this.#statusNow());
  }

  #statusNow(): ConnectionStatus {
    if (this.#isSignedOut) return 'signed-out';
    if (this.#feed.isCurrent && this.#linkStatus === 'open') return 'live';
    // What the machine believes of its network is for the words only: the tries go on.
    if (!navigator.onLine) return 'offline';
    return this.#news.wasLive ? 'reconnecting' : 'connecting';
  }
}
