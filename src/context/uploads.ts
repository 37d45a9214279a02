import type { Subscription } from 'rxjs';
import type { UploadReply } from '../core/ports/upload.js';
import { selectBegun } from '../core/selectors/select-begun.js';
import { selectMessageFiles } from '../core/selectors/select-message-files.js';
import type { DraftFile, FileProgress } from '../core/state/begun.js';
import type { SessionStore } from '../core/store/session-store.js';
import { newId } from '../device/new-id.js';

/** A file of this page, on its way or there. */
interface Held {
  readonly sessionId: string;
  readonly file: File;
  /** Of the upload that runs; undefined while it waits, and when it is over. */
  controller: AbortController | undefined;
  /** Whether the backend was lost and reached again since it began: then it may fail of what is over. */
  hasOutlived: boolean;
}

/** More at once would only take the line from one another. */
const MOST_AT_ONCE = 3;

/**
 * The files of one workspace on their way to its backend. They belong to the message of a session and its agent, not to
 * the element they were picked in: they go on while another session is looked at. What is taken out of the message, by
 * whomever, is broken off: the agent removes a file, another agent signs in, the store ends. What did not get there since
 * the backend could not be reached is sent by itself when it is reached again.
 */
export class Uploads {
  readonly #store: SessionStore;
  readonly #held = new Map<string, Held>();
  readonly #watched = new Map<string, Subscription>();

  constructor(store: SessionStore) {
    this.#store = store;
  }

  /** The file itself, where it was picked in this page. */
  fileOf(key: string): File | undefined {
    return this.#held.get(key)?.file;
  }

  /** Adds files to the message of a session. */
  add(sessionId: string, files: readonly File[]): void {
    const added = files.map((file): DraftFile => {
      const key = newId();
      this.#held.set(key, { sessionId, file, controller: undefined, hasOutlived: false });
      return { key, name: file.name, mediaType: file.type, size: file.size };
    });
    this.#store.keep('attachments', sessionId, (before = []) => [...before, ...added]);
    for (const { key } of added) this.#say(sessionId, key, { sentBytes: 0 });
    this.#watch(sessionId);
    this.#proceed();
  }

  /** Once more, from the beginning. */
  retry(sessionId: string, key: string): void {
    if (!this.#held.has(key)) return;
    this.#say(sessionId, key, { sentBytes: 0 });
    this.#proceed();
  }

  /** Takes a file out of the message, uploaded or not. */
  remove(sessionId: string, key: string): void {
    this.#store.keep('attachments', sessionId, (before = []) => before.filter((file) => file.key !== key));
  }

  #watch(sessionId: string): void {
    if (this.#watched.has(sessionId)) return;
    let wasReached = true;
    const subscription = this.#store.select(selectMessageFiles(sessionId)).subscribe({
      next: ({ files, isReached }) => {
        // In a turn of its own: what is kept while news is handed out comes after it.
        if (isReached && !wasReached)
          queueMicrotask(() => {
            this.#again(sessionId);
          });
        wasReached = isReached;
        this.#letGo(sessionId, new Set(files.map(({ key }) => key)));
      },
      complete: () => {
        this.#letGo(sessionId, new Set());
      },
    });
    // A network that was away for a moment may take no stream with it.
    const onOnline = (): void => {
      this.#again(sessionId);
    };
    window.addEventListener('online', onOnline);
    subscription.add(() => {
      window.removeEventListener('online', onOnline);
    });
    this.#watched.set(sessionId, subscription);
    if (this.#isIdle(sessionId)) this.#unwatch(sessionId);
  }

  /** The backend is reached again. */
  #again(sessionId: string): void {
    for (const [key, held] of this.#held) {
      if (held.sessionId !== sessionId) continue;
      const progress = this.#store.read(selectBegun('uploads', sessionId))?.get(key);
      if (held.controller) held.hasOutlived = true;
      else if (progress && 'failure' in progress && progress.failure === 'unreachable')
        this.#say(sessionId, key, { sentBytes: 0 });
    }
    this.#proceed();
  }

  /** What is not in the message any more. */
  #letGo(sessionId: string, wanted: ReadonlySet<string>): void {
    for (const [key, { sessionId: own, controller }] of this.#held) {
      if (own !== sessionId || wanted.has(key)) continue;
      this.#held.delete(key);
      controller?.abort();
      this.#say(sessionId, key, undefined);
    }
    if (this.#isIdle(sessionId)) this.#unwatch(sessionId);
    this.#proceed();
  }

  #isIdle(sessionId: string): boolean {
    return [...this.#held.values()].every((held) => held.sessionId !== sessionId);
  }

  #unwatch(sessionId: string): void {
    this.#watched.get(sessionId)?.unsubscribe();
    this.#watched.delete(sessionId);
  }

  /** Begins as many of those that wait as there is room for. */
  #proceed(): void {
    let count = [...this.#held.values()].filter(({ controller }) => controller).length;
    for (const [key, held] of this.#held) {
      if (count >= MOST_AT_ONCE) return;
      const progress = this.#store.read(selectBegun('uploads', held.sessionId))?.get(key);
      if (held.controller || !progress || 'failure' in progress) continue;
      count += 1;
      held.controller = new AbortController();
      held.hasOutlived = false;
      void this.#upload(key, held, held.controller.signal);
    }
  }

  async #upload(key: string, held: Held, signal: AbortSignal): Promise<void> {
    const { sessionId, file } = held;
    let shown = 0;
    const onProgress = (sentBytes: number): void => {
      const percent = Math.floor((sentBytes / file.size) * 100);
      if (percent <= shown || signal.aborted) return;
      shown = percent;
      this.#say(sessionId, key, { sentBytes });
    };
    const reply = await this.#replyOf(sessionId, file, { signal, onProgress });
    // It counts as on its way until its outcome is told: whoever hears of one part of that may look for what waits.
    if (!signal.aborted) {
      if (reply.ok) this.#done(sessionId, key, reply.attachmentId);
      else if (held.hasOutlived && reply.failure === 'unreachable') this.#say(sessionId, key, { sentBytes: 0 });
      else this.#say(sessionId, key, failureOf(reply));
    }
    held.controller = undefined;
    this.#proceed();
  }

  async #replyOf(sessionId: string, file: File, options: Parameters<UploadTo>[2]): Promise<UploadReply> {
    const { channel, logger } = this.#store;
    try {
      const reply = await channel.upload?.(sessionId, file, options);
      return typeof reply?.ok === 'boolean' ? reply : { ok: false, failure: 'failed' };
    } catch (error) {
      logger.error('The gateway failed: upload', error);
      return { ok: false, failure: 'failed' };
    }
  }

  #done(sessionId: string, key: string, attachmentId: string): void {
    this.#store.keep('attachments', sessionId, (before = []) =>
      before.map((file) => (file.key === key ? { ...file, attachmentId } : file)),
    );
    this.#say(sessionId, key, undefined);
  }

  #say(sessionId: string, key: string, progress: FileProgress | undefined): void {
    // Of another agent nothing is begun, not even nothing.
    if (!progress && !this.#store.read(selectBegun('uploads', sessionId))?.has(key)) return;
    this.#store.keep('uploads', sessionId, (before) => {
      const after = new Map(before);
      if (progress) after.set(key, progress);
      else after.delete(key);
      return after.size > 0 ? after : undefined;
    });
  }
}

type UploadTo = NonNullable<SessionStore['channel']['upload']>;

const failureOf = ({ failure, message }: Extract<UploadReply, { readonly ok: false }>): FileProgress => ({
  failure,
  ...(message === undefined ? {} : { message }),
});

const rooms = new WeakMap<SessionStore, Uploads>();

/** The one room of a workspace. */
export function uploadsOf(store: SessionStore): Uploads {
  const room = rooms.get(store) ?? new Uploads(store);
  rooms.set(store, room);
  return room;
}
