import type { UploadOptions, UploadReply, UploadedFile } from '../../core/ports/upload.js';
import type { Requests } from './requests.js';
import type { HttpTimings } from './timings.js';
import { TypingNotes } from './typing-notes.js';

interface Place {
  readonly requests: Requests;
  readonly timings: HttpTimings;
}

/** What goes to a customer beside commands: that the agent writes, and files. None of it waits for anything. */
export class CustomerChannel {
  readonly #place: Place;
  readonly #typing: TypingNotes;
  /** Aborted when the agent leaves: what is on its way then is broken off. */
  #stay = new AbortController();

  constructor(place: Place) {
    this.#place = place;
    this.#typing = new TypingNotes({ requests: place.requests, requestMs: place.timings.requestMs });
  }

  typing(sessionId: string, isTyping: boolean): void {
    this.#typing.say(sessionId, isTyping);
  }

  async upload(sessionId: string, file: UploadedFile, options: UploadOptions = {}): Promise<UploadReply> {
    const { signal, onProgress = () => undefined } = options;
    const signals = [this.#stay.signal, ...(signal ? [signal] : [])];
    try {
      const { uploadFile } = await import('./file-upload.js');
      const { requests, timings } = this.#place;
      const { uploadSilenceMs: silenceMs } = timings;
      return await uploadFile(requests, { sessionId, file, signals, onProgress, silenceMs });
    } catch {
      return { ok: false, failure: 'unreachable' };
    }
  }

  /** Begins again, for another agent or nobody. */
  reset(): void {
    this.#typing.reset();
  }

  /** The agent leaves. */
  leave(): void {
    this.reset();
    this.#stay.abort();
    this.#stay = new AbortController();
  }
}
