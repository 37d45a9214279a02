import type { Reading } from '../../core/wire/reading.js';
import type { Judged, MediaType, Verdict } from './verdict.js';
import { mediaTypeOf, saysJson } from './verdict.js';

/** What came in place of an answer. */
export interface Misfit {
  /** Goes on after the address, without a full stop: what was wrong, and what to do. */
  readonly problem: string;
  /** Whether it is told at once. What may come of a network that fails is told when it comes twice in a row. */
  readonly isSure: boolean;
}

/** Those of the contract that every backend has; another one may be left out, which is said by 404. */
const REQUIRED: readonly string[] = ['snapshot', 'events', 'commands', 'history'];

/** Those that are asked again by themselves when they were refused. */
const ASKED_AGAIN: readonly string[] = ['snapshot', 'events'];

export const UNREADABLE: Misfit = {
  problem:
    'answered with half of a JSON text, or with none. Send all of it; content-length counts bytes, not characters',
  isSure: false,
};

/** No answer, or half of one, in the time that there is for it. */
export const lateAfter = (timeoutMs: number): Misfit => ({
  problem: `had no whole answer within ${String(timeoutMs / 1000)} s, more than once. Answer sooner; of a stream send status and headers at once`,
  isSure: false,
});

/** What is wrong with an answer in JSON of which nothing can be read. */
export const misfitOfReading = (status: number, read: Reading<unknown>): Misfit | undefined =>
  status === 200 && !read.ok
    ? { problem: `answered in another shape than the contract has for it (${read.reason})`, isSure: true }
    : undefined;

/**
 * What is wrong with an answer for whoever serves it; undefined for what the contract has words for, and for a server
 * that is down.
 */
export function misfitOf(path: string, response: Judged, { kind }: Verdict, mediaType: MediaType): Misfit | undefined {
  const { status, headers } = response;
  const type = mediaTypeOf(headers);
  switch (kind) {
    case 'signed-out':
      return {
        problem: `answered with a ${status === 200 ? `web page (${type})` : 'redirect'}, which is taken for a sign-in. If the agent is signed in, something else is served at this address`,
        isSure: true,
      };
    case 'forbidden':
      if (path === 'events')
        return {
          problem:
            'answered 403 to somebody who is given snapshots. It is asked again; let both know the same credentials',
          isSure: false,
        };
      if (path !== 'snapshot' || !saysJson(response)) return undefined;
      return {
        problem: 'answered 403: whoever is signed in is no agent here, and has to sign in as somebody else',
        isSure: true,
      };
    case 'refused': {
      const isAskedAgain = ASKED_AGAIN.includes(path);
      if (!REQUIRED.includes(path) || (!isAskedAgain && saysJson(response))) return undefined;
      const again = isAskedAgain ? ' It is asked again;' : ' Without a problem document that means:';
      return {
        problem: `answered ${String(status)}.${again} my-sessions/1 is not served at this address, or not to this page`,
        isSure: true,
      };
    }
    case 'retry':
      if (status < 200 || status >= 400) return undefined;
      return {
        problem:
          status === 200
            ? `answered as ${type === '' ? 'nothing' : type}. It is asked again; send it with content-type: ${mediaType}`
            : `answered ${String(status)}. It is asked again; answer 200 with content-type: ${mediaType}`,
        isSure: false,
      };
    default:
      return undefined;
  }
}

/** Tells what came in place of answers, for whoever builds the page: once for each route, until that has answered well. */
export class Misfits {
  readonly #tell: (reason: string) => void;
  readonly #known = new Map<string, { readonly problem: string; readonly isTold: boolean }>();

  constructor(tell: (reason: string) => void) {
    this.#tell = tell;
  }

  /** @param path the route below `base`; @param misfit undefined for an answer that was what was asked for */
  hear(base: string, path: string, misfit: Misfit | undefined): void {
    const known = this.#known.get(path);
    if (!misfit) this.#known.delete(path);
    else if (!known?.isTold) {
      const { problem, isSure } = misfit;
      const isTold = isSure || known?.problem === problem;
      this.#known.set(path, { problem, isTold });
      if (isTold) this.#tell(`${path}: ${base}${path} ${problem}.`);
    }
  }
}
