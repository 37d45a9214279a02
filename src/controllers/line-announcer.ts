import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'rxjs';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { TranscriptSegment } from '../core/model/transcript-segment.js';
import type { SegmentList } from '../core/state/segment-list.js';
import { displayableText } from '../core/text/displayable-text.js';
import { isShown } from './sight.js';

const LINES_IN_FULL = 3;

/** In characters. */
export const LONGEST_LINE = 300;

/** Lines at the end that may still be recognised: each who speaks, and some speak at once, has one. */
export const OPEN_AT_ONCE = 16;

/** More at once is no conversation: a whole transcript has arrived. */
const MOST_AT_ONCE = 200;

const textOf = ({ text }: TranscriptSegment): string => displayableText(text, LONGEST_LINE);

/**
 * What has become final from one list to a later one of the same session: recognition in progress would stammer.
 *
 * @param spokenOf what is said of a segment; undefined when nothing is
 */
export function finalLinesSince(
  before: SegmentList,
  after: SegmentList,
  spokenOf: (segment: TranscriptSegment) => string | undefined = textOf,
): readonly string[] {
  if (after.length - before.length > MOST_AT_ONCE) return [];
  const lines: string[] = [];
  for (let index = after.length - 1; index >= Math.max(0, before.length - OPEN_AT_ONCE); index -= 1) {
    const segment = after.at(index);
    const line = segment?.isFinal && !before.get(segment.id)?.isFinal ? spokenOf(segment) : undefined;
    if (line !== undefined) lines.unshift(line);
  }
  return lines;
}

/**
 * Speaks new lines to screen readers without flooding them: at most one announcement in two seconds, up to three lines
 * in full and more as a number. The host renders `text` in a polite live region.
 */
export class LineAnnouncer implements ReactiveController {
  /** What the live region holds. Empty again a tick after it was spoken, so that it is not read as page content. */
  text = '';

  readonly #host: ReactiveControllerHost & Element;
  readonly #summaryOf: (count: number) => string;
  #waiting: string[] = [];
  #silence = 0;
  #ticks: Subscription | undefined;
  /** Gives the word to another element of the session. */
  #fallSilent: (() => void) | undefined;

  /** @param summaryOf the sentence for more lines than are spoken in full */
  constructor(host: ReactiveControllerHost & Element, summaryOf: (count: number) => string) {
    this.#host = host;
    this.#summaryOf = summaryOf;
    host.addController(this);
  }

  /** @param sessionId the session they are of: of several elements that show it in one page, one speaks, as long as it is seen */
  add(
    lines: readonly string[],
    { ticker, speakers }: Pick<WorkspaceHandle, 'ticker' | 'speakers'>,
    sessionId: string,
  ): void {
    if (lines.length === 0 || !this.#hasTheWord(speakers, sessionId)) return;
    this.#waiting.push(...lines);
    this.#ticks ??= ticker.subscribe(() => {
      this.#tick();
    });
  }

  clear(): void {
    this.#waiting = [];
    this.text = '';
    this.#fallSilent?.();
    this.#fallSilent = undefined;
  }

  hostDisconnected(): void {
    this.clear();
    this.#stop();
  }

  #hasTheWord(speakers: WorkspaceHandle['speakers'], sessionId: string): boolean {
    const speaker = speakers.get(sessionId);
    if (speaker === this.#host) return true;
    if (speaker && isShown(speaker)) return false;
    this.#fallSilent?.();
    speakers.set(sessionId, this.#host);
    this.#fallSilent = () => {
      if (speakers.get(sessionId) === this.#host) speakers.delete(sessionId);
    };
    return true;
  }

  #tick(): void {
    if (this.text !== '') {
      this.text = '';
      this.#silence = 1;
    } else if (this.#silence > 0) {
      this.#silence -= 1;
    }
    if (this.#silence === 0 || this.#waiting.length === 0) this.#speak();
    this.#host.requestUpdate();
  }

  #speak(): void {
    if (this.#waiting.length === 0) {
      this.#stop();
      return;
    }
    this.text = this.#waiting.length <= LINES_IN_FULL ? this.#waiting.join(' ') : this.#summaryOf(this.#waiting.length);
    this.#waiting = [];
  }

  #stop(): void {
    this.#ticks?.unsubscribe();
    this.#ticks = undefined;
    this.#silence = 0;
  }
}
