import type { Session } from '../../core/model/session.js';
import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import { obstacleToWriting } from '../../core/rules/permissions.js';
import { refusalOfFile } from '../../core/rules/file-rules.js';
import type { FaultList } from './faults.js';
import type { Scheduler } from './scheduler.js';
import type { Timings } from './timings.js';

/** What a backend of files stands on. */
interface Place {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly faults: FaultList;
  readonly timings: Timings;
  readonly scheduler: Scheduler;
  now(): number;
}

/** Files that no message has named; beyond this the oldest is forgotten. */
const MOST_KEPT = 1000;
const STEPS = 10;

/** Takes files as a network does, in steps and with time, and keeps of them only that they came: nobody fetches them here. */
export class ReceivedFiles {
  readonly #place: Place;
  readonly #kept = new Map<string, string>();
  #count = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Whether a message of this session can name it. */
  has(sessionId: string, attachmentId: string): boolean {
    return this.#kept.get(attachmentId) === sessionId;
  }

  upload(sessionId: string, file: UploadedFile, options: UploadOptions = {}): Promise<UploadReply> {
    const refused = this.#refusalOf(sessionId, file);
    if (refused) return Promise.resolve(refused);
    const { signal, onProgress } = options;
    const { scheduler, timings } = this.#place;
    const fault = this.#place.faults.take('upload', sessionId);
    const lastStep = fault ? Math.min(STEPS, Math.max(0, Math.round((fault.after ?? 0.5) * STEPS))) : STEPS;
    const ms = file.size / timings.uploadBytesPerMs / STEPS;
    return new Promise((resolve) => {
      let stop: () => void = () => undefined;
      signal?.addEventListener('abort', () => {
        stop();
        resolve({ ok: false, failure: 'cancelled' });
      });
      if (signal?.aborted) {
        resolve({ ok: false, failure: 'cancelled' });
        return;
      }
      const go = (step: number): void => {
        if (step > 0) onProgress?.(Math.round((file.size * step) / STEPS));
        if (step < lastStep)
          stop = scheduler.after(ms, () => {
            go(step + 1);
          });
        else if (fault) resolve({ ok: false, failure: fault.failure ?? 'unreachable', ...messageOf(fault) });
        else resolve({ ok: true, attachmentId: this.#keep(sessionId) });
      };
      stop = scheduler.after(timings.replyMs, () => {
        go(0);
      });
    });
  }

  #refusalOf(sessionId: string, file: UploadedFile): UploadReply | undefined {
    const session = this.#place.sessions.get(sessionId);
    if (!session) return { ok: false, failure: 'unknown-session' };
    const rules = session.messaging?.files;
    if (!rules || obstacleToWriting(session, this.#place.now()) !== undefined)
      return { ok: false, failure: 'not-taken' };
    const why = refusalOfFile(rules, file);
    return why && { ok: false, failure: why === 'too-big' ? 'too-large' : 'not-taken' };
  }

  #keep(sessionId: string): string {
    this.#count += 1;
    const id = `file-${String(this.#count)}`;
    this.#kept.set(id, sessionId);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return id;
  }
}

const messageOf = ({ message }: { readonly message?: string }) => (message === undefined ? {} : { message });
