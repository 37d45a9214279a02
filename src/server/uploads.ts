import type { UploadReply } from '../core/ports/upload.js';
import type { FileHeaders } from '../core/wire/file-headers.js';
import { readFileHeaders } from '../core/wire/file-headers.js';
import type { Limits } from './limits.js';
import type { IncomingFile } from './options.js';
import { Problem } from './problem.js';

type Store = (file: IncomingFile) => Promise<UploadReply>;

/** Takes files in: whose request it is has been asked before. */
export class Uploads {
  readonly #limits: Limits;
  readonly #underWay = new Map<string, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Answers with the id of what was stored. Throws a Problem, or what `store` rejects with. */
  async take(agentId: string, request: Request, sessionId: string, store: Store): Promise<string> {
    const headers = readFileHeaders((name) => request.headers.get(name));
    if (!headers) throw malformed("Content-Disposition: Expected attachment; filename*=UTF-8''NAME");
    if (sessionId === '' || sessionId.length > 1000) throw malformed('session: Expected the id of a session');
    if (Number(request.headers.get('content-length') ?? 0) > this.#limits.fileBytes) throw new Problem('too-large');
    if (!request.body) throw malformed('Expected the bytes of a file');
    const count = this.#underWay.get(agentId) ?? 0;
    if (count >= this.#limits.uploadsUnderWay) throw new Problem('too-many', {}, { 'retry-after': '1' });
    this.#underWay.set(agentId, count + 1);
    try {
      return await this.#store(request.body, headers, sessionId, store);
    } finally {
      const left = (this.#underWay.get(agentId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(agentId, left);
      else this.#underWay.delete(agentId);
    }
  }

  async #store(
    source: ReadableStream<Uint8Array>,
    { name, mediaType }: FileHeaders,
    sessionId: string,
    store: Store,
  ): Promise<string> {
    const body = new LimitedBody(source, this.#limits);
    let reply: UploadReply;
    try {
      reply = await store({ sessionId, name, mediaType, body: body.stream });
    } catch (error) {
      throw body.problem ?? error;
    } finally {
      // What the host has not read nobody will.
      body.end();
    }
    // Whoever stores what was broken off has stored something else.
    if (body.problem) throw body.problem;
    if (!reply.ok) throw problemOf(reply.failure, reply.message);
    return reply.attachmentId;
  }
}

/** A body that errors where it grows too large or falls silent, and remembers why. */
class LimitedBody {
  readonly stream: ReadableStream<Uint8Array>;
  problem: Problem | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(source: ReadableStream<Uint8Array>, { fileBytes, hostMs }: Limits) {
    const reader = (this.#reader = source.getReader());
    let size = 0;
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const part = await this.#next(hostMs);
          if (part.done) {
            controller.close();
            return;
          }
          size += part.value.byteLength;
          if (size > fileBytes) throw this.#fail(new Problem('too-large'));
          controller.enqueue(part.value);
        },
        cancel: () => reader.cancel(),
      },
      { highWaterMark: 0 },
    );
  }

  end(): void {
    this.#reader.cancel().catch(() => undefined);
  }

  async #next(ms: number): Promise<Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.end();
    }, ms);
    try {
      const part = await this.#reader.read();
      // What was cancelled just ends.
      if (isLate as boolean) throw this.#fail(new Problem('unavailable', {}, { 'retry-after': '1' }));
      return part;
    } catch (error) {
      throw this.problem ? error : this.#fail(new Problem('malformed', { detail: 'The file has not come whole.' }));
    } finally {
      clearTimeout(timer);
    }
  }

  #fail(problem: Problem): Problem {
    this.problem = problem;
    return problem;
  }
}

const malformed = (detail: string): Problem => new Problem('malformed', { detail });

type Failure = Exclude<UploadReply, { readonly ok: true }>['failure'];

function problemOf(failure: Failure, message: string | undefined): Problem {
  const more = message === undefined ? {} : { detail: message };
  switch (failure) {
    case 'too-large':
      return new Problem('too-large', more);
    case 'not-taken':
      return new Problem('not-taken', more);
    case 'unknown-session':
      return new Problem('unknown-session', more);
    case 'unreachable':
    case 'cancelled':
      return new Problem('unavailable', more, { 'retry-after': '1' });
    case 'failed':
      return new Problem('refused', { failure: 'failed', ...more });
  }
}
