import type { Position } from '../../core/wire/contract.js';
import type { RawMessage } from './event-stream.js';
import { Leadership } from '../../device/leadership.js';
import { Link } from './link.js';
import type { LinkHost, LinkOptions, LinkStatus } from './link.js';

/** What tabs say to one another. Everything that only a leader says is signed. */
type TabMessage =
  /** Is the leader there? */
  | { readonly kind: 'ping' }
  /** Somebody looks, or the network has changed. */
  | { readonly kind: 'probe' }
  /** The agent has signed in again. */
  | { readonly kind: 'signed-in' }
  | ({ readonly from: string } & LeaderMessage);

type LeaderMessage =
  | { readonly kind: 'state'; readonly status: LinkStatus; readonly position?: Position; readonly isNew: boolean }
  | { readonly kind: 'opened' | 'settled' }
  | { readonly kind: 'messages'; readonly messages: readonly RawMessage[] };

/** Whom a shared link serves. */
export interface SharedLinkHost extends LinkHost {
  /** The tab that leads stands here in the log. */
  compare(position: Position): void;
  /** In another tab the agent has signed in again. */
  signedIn(): void;
  /** The browser refuses what tabs share by: this link never leads nor follows. */
  unshared(refusal: string): void;
}

export interface SharedLinkOptions extends LinkOptions {
  /** Tabs that share this name share the stream: same backend, same agent. */
  readonly name: string;
  readonly id: string;
  readonly locks: LockManager;
}

/**
 * One stream for all tabs of a browser. The leading tab keeps the link and passes on what comes, as it comes; every tab
 * reads it for itself, by its own position, so that a hand-over, a late tab or a tab that slept can miss nothing without
 * noticing. Followers ask a leader that has gone quiet; one that does not answer is frozen and loses the lead.
 */
export class SharedLink {
  readonly #host: SharedLinkHost;
  readonly #options: SharedLinkOptions;
  readonly #channel: BroadcastChannel;
  readonly #leadership: Leadership;
  #link: Link | undefined;
  #status: LinkStatus = 'opening';
  /** The tab that leads, as far as is known; never this one. */
  #leader: string | undefined;
  #heardAt = Number.NEGATIVE_INFINITY;
  #askedAt: number | undefined;
  #checkedAt = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(host: SharedLinkHost, options: SharedLinkOptions) {
    this.#host = host;
    this.#options = options;
    this.#channel = new BroadcastChannel(options.name);
    this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      this.#hear(data);
    };
    this.#follow();
    this.#leadership = new Leadership(options.locks, options.name, {
      lead: () => {
        this.#lead();
      },
      follow: () => {
        this.#follow();
      },
      refused: (error) => {
        this.#host.unshared(String(error));
      },
    });
  }

  /** Whether this tab keeps the stream for all. */
  get isLeading(): boolean {
    return this.#link !== undefined;
  }

  /** This tab has a position again. */
  proceed(): void {
    this.#link?.proceed();
  }

  /** The agent has signed in: the leading tab opens the stream anew, and calls nobody signed out until it knows. */
  renew(): void {
    if (!this.#link) return;
    this.#link.renew();
    this.#status = 'lost';
    this.#sayState(false);
  }

  /** Tells the other tabs that the agent has signed in again. */
  tellSignedIn(): void {
    this.#say({ kind: 'signed-in' });
  }

  /** @param isInDoubt as of a link; the leading tab hears of the network itself */
  probe(isInDoubt = false): void {
    if (this.#link) this.#link.probe(isInDoubt);
    else this.#say({ kind: 'probe' });
  }

  /** Leaves lead and channel for good. The host is not called again. */
  stop(): void {
    clearInterval(this.#watch);
    this.#link?.stop();
    this.#link = undefined;
    this.#leadership.stop();
    this.#channel.close();
  }

  #lead(): void {
    clearInterval(this.#watch);
    this.#leader = undefined;
    this.#status = 'opening';
    this.#sayState(true);
    this.#link = new Link(this.#leadingHost(), this.#options);
  }

  #follow(): void {
    this.#link?.stop();
    this.#link = undefined;
    this.#leader = undefined;
    this.#heardAt = Number.NEGATIVE_INFINITY;
    this.#ask();
    this.#checkedAt = performance.now();
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      this.#check();
    }, this.#options.timings.leaderCheckMs);
  }

  /** The link serves this tab and passes everything on to the others. */
  #leadingHost(): LinkHost {
    const host = this.#host;
    return {
      position: () => host.position(),
      opened: () => {
        this.#sayAsLeader({ kind: 'opened' });
        host.opened();
      },
      settled: () => {
        this.#sayAsLeader({ kind: 'settled' });
        host.settled();
      },
      messages: (messages) => {
        this.#sayAsLeader({ kind: 'messages', messages });
        host.messages(messages);
      },
      status: (status) => {
        this.#status = status;
        this.#sayState(false);
        host.status(status);
      },
    };
  }

  #hear(message: TabMessage): void {
    if (!('from' in message)) {
      if (message.kind === 'signed-in') this.#host.signedIn();
      else if (message.kind === 'probe') this.#link?.probe();
      else if (this.#link) this.#sayState(false);
      return;
    }
    if (this.#link) return;
    const isNews = message.kind === 'state' && (message.isNew || this.#leader === undefined);
    if (isNews) this.#leader = message.from;
    // A leader that was robbed of the lead while it was frozen goes on for a moment when it wakes up.
    if (message.from !== this.#leader) return;
    this.#heardAt = performance.now();
    this.#askedAt = undefined;
    this.#hearLeader(message);
  }

  #hearLeader(message: LeaderMessage): void {
    switch (message.kind) {
      case 'messages':
        this.#host.messages(message.messages);
        break;
      case 'opened':
        this.#host.opened();
        break;
      case 'settled':
        this.#host.settled();
        break;
      case 'state':
        this.#host.status(message.status);
        if (message.position) this.#host.compare(message.position);
    }
  }

  #check(): void {
    const { leaderCheckMs, leaderQuietMs, leaderAnswerMs } = this.#options.timings;
    const now = performance.now();
    // A tab that was away itself has not given the leader a chance to answer.
    const wasAway = now - this.#checkedAt > 3 * leaderCheckMs;
    this.#checkedAt = now;
    if (now - this.#heardAt < leaderQuietMs) return;
    if (this.#askedAt === undefined || wasAway) this.#ask();
    else if (now - this.#askedAt >= leaderAnswerMs) {
      this.#askedAt = undefined;
      this.#leadership.steal();
    }
  }

  #ask(): void {
    this.#askedAt = performance.now();
    this.#say({ kind: 'ping' });
  }

  #sayState(isNew: boolean): void {
    const position = this.#host.position();
    this.#sayAsLeader({ kind: 'state', status: this.#status, isNew, ...(position ? { position } : {}) });
  }

  #sayAsLeader(message: LeaderMessage): void {
    this.#say({ from: this.#options.id, ...message });
  }

  #say(message: TabMessage): void {
    try {
      this.#channel.postMessage(message);
    } catch (error) {
      // Not at once: whoever makes this link has not got it yet.
      queueMicrotask(() => {
        this.#host.unshared(String(error));
      });
    }
  }
}
