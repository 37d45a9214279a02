import type { UploadReply } from '../core/ports/upload.js';
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
    const size = sizeOf(request);
    if (size !== undefined && size > this.#limits.fileBytes) throw new Problem('too-large');
    if (!request.body) throw malformed('Expected the bytes of a file');
    const count = this.#underWay.get(agentId) ?? 0;
    if (count >= this.#limits.uploadsUnderWay) throw new Problem('too-many', {}, { 'retry-after': '1' });
    this.#underWay.set(agentId, count + 1);
    try {
      return await this.#store(request.body, { ...headers, sessionId, ...(size === undefined ? {} : { size }) }, store);
    } finally {
      const left = (this.#underWay.get(agentId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(agentId, left);
      else this.#underWay.delete(agentId);
    }
  }

  async #store(source: ReadableStream<Uint8Array>, about: Omit<IncomingFile, 'body'>, store: Store): Promise<string> {
    const body = new LimitedBody(source, this.#limits, about.size);
    let reply: UploadReply;
    try {
      reply = await store({ ...about, body: body.stream });
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

/** A body that errors where it grows too large, is not as long as was said, or falls silent; and remembers why. */
class LimitedBody {
  readonly stream: ReadableStream<Uint8Array>;
  problem: Problem | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(source: ReadableStream<Uint8Array>, { fileBytes, hostMs }: Limits, announced?: number) {
    const reader = (this.#reader = source.getReader());
    let size = 0;
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const part = await this.#next(hostMs);
          size += part.value?.byteLength ?? 0;
          if (size > fileBytes) throw this.#fail(new Problem('too-large'));
          if (part.done ? size < (announced ?? 0) : size > (announced ?? fileBytes)) throw this.#fail(notWhole());
          if (part.done) {
            controller.close();
            return;
          }
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
      throw this.problem ? error : this.#fail(notWhole());
    } finally {
      clearTimeout(timer);
    }
  }

  #fail(problem: Problem): Problem {
    this.problem = problem;
    return problem;
  }
}

/** What a request says of the length of its body. Where it comes in chunks, it says nothing. */
function sizeOf({ headers }: Request): number | undefined {
  const length = headers.get('content-length') ?? '';
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

const notWhole = (): Problem => malformed('The file has not come whole.');
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
