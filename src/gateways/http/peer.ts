import type { ConnectionStatus, SessionEvent, SignedOutReason } from '../../core/events/session-event.js';
import type { Delivery, GatewayReceiver } from '../../core/ports/gateway.js';
import type { Position } from '../../core/wire/contract.js';
import type { ReadSnapshot } from '../../core/wire/read-snapshot.js';
import { Admission } from './admission.js';
import { ConnectionNews } from './connection-news.js';
import { REFUSED } from './event-stream.js';
import type { RawMessage } from './event-stream.js';
import { Feed } from './feed.js';
import type { FeedReceiver } from './feed.js';
import type { LinkStatus } from './link.js';
import type { PageSignal } from './page-signals.js';
import { PeerLink } from './peer-link.js';
import type { PeerLinkOptions } from './peer-link.js';
import type { ServerClock } from './server-clock.js';
import type { SharedLinkHost } from './shared-link.js';
import { Snapshots } from './snapshots.js';
import type { SnapshotHost } from './snapshots.js';

/** What the gateway hears of its peers. */
export interface PeerHost {
  /** Whose data this is. Told after every snapshot, before it is handed over. */
  agent(agentId: string): void;
  /** How well the backend is reached. */
  status(status: ConnectionStatus, reason?: SignedOutReason): void;
  /** Tabs can share nothing after all. */
  unshared(refusal: string): void;
}

export interface PeerOptions extends PeerLinkOptions {
  readonly clock: ServerClock;
}

/** Whose workspace it is when nobody is signed in. No agent has an empty id. */
const NOBODY = '';

/** One receiver's connection: its snapshots, its place in the log, its share in the stream, and how all that is. */
export class Peer implements SharedLinkHost, FeedReceiver, SnapshotHost {
  readonly #receiver: GatewayReceiver;
  readonly #host: PeerHost;
  readonly #options: PeerOptions;
  readonly #feed = new Feed(this);
  readonly #admission: Admission;
  readonly #link: PeerLink;
  readonly #news: ConnectionNews;
  readonly #known = new Set<string>();

  constructor(receiver: GatewayReceiver, host: PeerHost, options: PeerOptions) {
    this.#receiver = receiver;
    this.#host = host;
    this.#options = options;
    this.#link = new PeerLink(this, options);
    this.#admission = new Admission(new Snapshots(this, options));
    this.#admission.lost();
    // The first fact is the reset, unless that takes its time.
    this.#news = new ConnectionNews({
      clock: options.clock,
      noticeMs: options.timings.noticeMs,
      onDue: () => {
        this.#tell();
      },
      onStatus: (status, reason) => {
        host.status(status, reason);
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
      this.#link.away();
      return;
    }
    this.#link.comeBack();
    this.#tell();
    this.#admission.knock();
    this.#link.probe(signal === 'network');
  }

  /** By what tabs share is known now, or is not to be had any more. */
  share(locks: LockManager | undefined): void {
    this.#link.share(locks);
    this.#tell();
  }

  /** The agent has signed in, possibly another one: nothing is taken for granted. */
  signIn(): void {
    this.#link.tellSignedIn();
    this.signedIn();
  }

  /** The agent has left: what is his is taken off the screen, and nothing asked before somebody has signed in. */
  leave(): void {
    this.#admission.leave();
    this.#link.turnTo(undefined);
    this.#feed.abandon();
    this.#news.forgetDiscarded();
    this.facts([{ type: 'workspace.reset', agentId: NOBODY, at: this.#options.clock.now() }], 'replay');
    this.#tell();
  }

  /** It may be somebody else who is signed in, or nobody: only a snapshot tells. */
  doubt(): void {
    this.messages([REFUSED]);
  }

  /** So many commands of the agent of now had no answer before, and were given up. */
  discarded(count: number): void {
    this.#news.discarded(count);
  }

  /** Ends everything. The receiver is not called again. */
  stop(): void {
    this.#news.stop();
    this.#link.away();
    this.#admission.stop();
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
    this.#options.requests.signIn();
    this.#feed.abandon();
    this.#link.renew();
    this.#admission.signedIn();
    this.#tell();
  }

  status(status: LinkStatus): void {
    // A tab that takes the lead says nothing of the connection before it knows.
    if (status === 'opening') return;
    const before = this.#link.status;
    // Who joins an open stream has caught up by its snapshot.
    if (status === 'open' && before === 'opening' && this.#link.isFollowing) this.#feed.settled();
    this.#link.status = status;
    // Why is not for the stream to say: what the snapshot said of it stands.
    if (status === 'signed-out') this.signedOut(this.#admission.reason);
    else if (status === 'open' && before !== 'open') this.#admission.othersAreIn();
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
    this.#admission.lost();
  }

  // What the snapshots say.

  restore(snapshot: ReadSnapshot): void {
    const { agentId } = snapshot;
    if (this.#link.status === 'signed-out') this.#link.status = 'lost';
    if (this.#admission.letIn()) this.#link.tellSignedIn();
    this.#news.heard();
    if (this.#link.turnTo(agentId)) {
      // What one agent is told, and what came for one, is nothing to another.
      this.discarded(0);
      this.#feed.abandon();
    }
    this.#host.agent(agentId);
    this.#feed.restore(snapshot);
    this.#link.join();
    this.#link.proceed();
    this.#tell();
  }

  signedOut(reason?: SignedOutReason): void {
    this.#admission.refused(reason);
    this.#feed.abandon();
    this.#tell();
  }

  /** Tells how well the backend is reached, when that has changed. */
  #tell(): void {
    if (!this.#link.isAway) this.#news.tell(this.#statusNow(), this.#admission.reason);
  }

  #statusNow(): ConnectionStatus {
    if (this.#admission.isOut) return 'signed-out';
    if (this.#feed.isCurrent && this.#link.status === 'open') return 'live';
    // What the machine believes of its network is for the words only: the tries go on.
    if (!navigator.onLine) return 'offline';
    return this.#news.wasLive ? 'reconnecting' : 'connecting';
  }
}
