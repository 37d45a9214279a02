import { Link } from './link.js';
import type { LinkOptions, LinkStatus } from './link.js';
import { SharedLink } from './shared-link.js';
import type { SharedLinkHost } from './shared-link.js';

export interface PeerLinkOptions extends Omit<LinkOptions, 'agentId'> {
  /** Unique in this browser. */
  readonly id: string;
  /** Absent where every peer keeps a stream of its own; `unknown` until `share` tells. */
  readonly locks: LockManager | 'unknown' | undefined;
}

/**
 * The stream of one peer: its own, or its share in that of all tabs. There is one while it is known whose it is and by
 * what tabs share, and the page is not away.
 */
export class PeerLink {
  readonly #host: SharedLinkHost;
  readonly #options: PeerLinkOptions;
  #locks: LockManager | 'unknown' | undefined;
  #link: Link | SharedLink | undefined;
  #agentId: string | undefined;
  #isAway = false;
  /** How it is, as was heard last. */
  status: LinkStatus = 'opening';

  constructor(host: SharedLinkHost, options: PeerLinkOptions) {
    this.#host = host;
    this.#options = options;
    this.#locks = options.locks;
  }

  /** Whether the page is about to be frozen, kept aside or closed. */
  get isAway(): boolean {
    return this.#isAway;
  }

  /** Whether another tab keeps the stream. */
  get isFollowing(): boolean {
    return this.#link instanceof SharedLink && !this.#link.isLeading;
  }

  /** Whose stream it is to be. Answers whether it was somebody else's, or nobody's; that one is left. */
  turnTo(agentId: string | undefined): boolean {
    if (agentId === this.#agentId) return false;
    this.#agentId = agentId;
    this.#leave();
    return true;
  }

  /** Begins one where there is none and all is known. */
  join(): void {
    const agentId = this.#agentId;
    const locks = this.#locks;
    if (this.#link || this.#isAway || agentId === undefined || locks === 'unknown') return;
    const options = { ...this.#options, agentId };
    const name = `my-sessions/1 ${this.#options.requests.base} ${agentId}`;
    try {
      this.#link = locks ? new SharedLink(this.#host, { ...options, name, locks }) : new Link(this.#host, options);
    } catch (error) {
      this.#host.unshared(String(error));
    }
  }

  /** By what tabs share is known now, or is not to be had any more. */
  share(locks: LockManager | undefined): void {
    this.#locks = locks;
    if (this.#link) {
      this.#leave();
      this.#host.opened();
    }
    this.join();
  }

  /** There is a position again. */
  proceed(): void {
    this.#link?.proceed();
  }

  /** The agent has signed in: what is open, or said of it, was for whoever it was before. */
  renew(): void {
    if (!this.#link) return;
    this.status = 'lost';
    this.#link.renew();
  }

  probe(): void {
    this.#link?.probe();
  }

  /** Tells the other tabs that the agent has signed in. */
  tellSignedIn(): void {
    if (this.#link instanceof SharedLink) this.#link.tellSignedIn();
  }

  /** The page goes away, and may come back. */
  away(): void {
    this.#isAway = true;
    this.#leave();
  }

  comeBack(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.#host.opened();
    this.join();
  }

  #leave(): void {
    this.#link?.stop();
    this.#link = undefined;
    this.status = 'opening';
  }
}
