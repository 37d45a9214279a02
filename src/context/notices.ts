import { ContextEvent, createContext } from '@lit/context';
import { nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';

/** Something that is said for a while, with its ways on. */
export interface Notice {
  /** What it is about, where the notice does not say so itself. */
  readonly about?: string;
  /** The notice; nothing to say is `nothing`, or undefined. */
  readonly content: unknown;
  /** What goes on and offers no way on, by what tells it from others: the agent can put it away while it goes on. */
  readonly state?: string;
  /** What it tells of, where several elements may tell of it: it is said once. */
  readonly same?: unknown;
}

/** Room that is always there for what elements have to say, so that it moves nothing when it is said. */
export interface NoticePlace {
  /** What an element says now, in place of what it said before. */
  show(owner: Element, notices: readonly Notice[]): void;
}

/** The key under which elements find the place around them; the number changes with the shape. */
export const noticePlaceContext = createContext<NoticePlace | undefined>(Symbol.for('my-sessions/notice-place/1'));

/** Hands what an element has to say to the place around it; where there is none it is said in the element. */
export class Notices implements ReactiveController {
  readonly #host: LitElement;
  #place: NoticePlace | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether it is said elsewhere. */
  get isElsewhere(): boolean {
    return this.#place !== undefined;
  }

  /** Not a consumer: the place renders what is in it, so it is always there first, and one question is enough. */
  hostConnected(): void {
    this.#host.dispatchEvent(
      new ContextEvent(noticePlaceContext, this.#host, (place) => {
        this.#place = place;
      }),
    );
  }

  hostDisconnected(): void {
    this.#place?.show(this.#host, []);
    this.#place = undefined;
  }

  /** @returns what the element renders itself */
  say(...notices: readonly Notice[]): unknown {
    const place = this.#place;
    if (!place) return notices.map(({ content }) => content);
    place.show(
      this.#host,
      notices.filter(({ content }) => content !== nothing && content !== undefined),
    );
    return nothing;
  }
}
