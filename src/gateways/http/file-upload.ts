import type { UploadFailure, UploadReply, UploadSignal, UploadedFile } from '../../core/ports/upload.js';
import { writeFileHeaders } from '../../core/wire/file-headers.js';
import { isRecord } from '../../core/wire/reading.js';
import type { RequestHead, Requests } from './requests.js';
import { verdictOf } from './verdict.js';
import type { Judged } from './verdict.js';

/** One file on its way. */
export interface Upload {
  readonly sessionId: string;
  readonly file: UploadedFile;
  /** Each of them breaks it off. */
  readonly signals: readonly UploadSignal[];
  readonly onProgress: (sentBytes: number) => void;
  /** For how long nothing may move, in ms. */
  readonly silenceMs: number;
}

interface Answer extends Judged {
  readonly body: unknown;
}

/** Brings a file to the backend. Never rejects. */
export async function uploadFile(requests: Requests, upload: Upload): Promise<UploadReply> {
  const { sessionId, file, signals } = upload;
  const controller = new AbortController();
  const isCancelled = (): boolean => signals.some(({ aborted }) => aborted);
  for (const signal of signals)
    signal.addEventListener('abort', () => {
      controller.abort();
    });
  try {
    const body = file instanceof Blob ? file : new Blob([await file.arrayBuffer()]);
    const path = `files?${new URLSearchParams({ session: sessionId }).toString()}`;
    let head = await requests.head(path);
    while (head && !isCancelled()) {
      const answer = await send(head, body, { ...upload, signal: controller.signal });
      const { kind } = verdictOf(answer, 'application/json', Date.now());
      if (kind === 'ok') return storedReply(answer.body);
      if (kind === 'refused' || kind === 'forbidden') return refusedReply(answer);
      if (kind !== 'token') break;
      head = await requests.head(path, head);
    }
  } catch {
    // No answer, or the bytes could not be read: the file may have been moved away since it was picked.
  }
  return { ok: false, failure: isCancelled() ? 'cancelled' : 'unreachable' };
}

interface Sending extends Upload {
  readonly signal: AbortSignal;
}

/** Only this way of sending tells in every browser how far it is; where a host brings its own, nobody hears of it. */
const send = (head: RequestHead, body: Blob, sending: Sending): Promise<Answer> =>
  head.fetch || !('XMLHttpRequest' in globalThis)
    ? sendByFetch(head.fetch ?? fetch, head, body, sending)
    : sendWithProgress(head, body, sending);

async function sendByFetch(
  fetching: typeof fetch,
  { url, headers, credentials }: RequestHead,
  body: Blob,
  { file, signal, onProgress }: Sending,
): Promise<Answer> {
  const response = await fetching(url, {
    ...{ method: 'POST', credentials, cache: 'no-store', redirect: 'manual', signal, body },
    headers: { ...headers, ...writeFileHeaders(file.name, file.type) },
  });
  onProgress(body.size);
  const { status, type } = response;
  return { status, type, headers: response.headers, body: await response.json().catch(() => undefined) };
}

function sendWithProgress(
  { url, headers, credentials }: RequestHead,
  body: Blob,
  { file, signal, onProgress, silenceMs }: Sending,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const giveUp = (): void => {
      request.abort();
    };
    let timer = setTimeout(giveUp, silenceMs);
    const moved = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    };
    request.open('POST', url);
    request.withCredentials = credentials === 'include';
    for (const [name, value] of Object.entries({ ...headers, ...writeFileHeaders(file.name, file.type) }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      moved();
      onProgress(Math.min(loaded, body.size));
    };
    request.upload.onload = moved;
    request.onloadend = () => {
      clearTimeout(timer);
      if (request.status === 0) reject(new Error('There is no answer.'));
      else resolve(answerOf(request, url));
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    request.send(body);
  });
}

function answerOf(request: XMLHttpRequest, url: string): Answer {
  const lines = request.getAllResponseHeaders().split('\r\n');
  const pairs = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
  });
  let body: unknown;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    // No JSON.
  }
  // A redirect was followed, which leads to a login page.
  const type = request.responseURL === '' || request.responseURL === url ? 'basic' : 'opaqueredirect';
  return { status: request.status, type, headers: new Headers(pairs), body };
}

const storedReply = (body: unknown): UploadReply =>
  isRecord(body) && body['ok'] === true && typeof body['attachmentId'] === 'string' && body['attachmentId'] !== ''
    ? { ok: true, attachmentId: body['attachmentId'] }
    : { ok: false, failure: 'failed' };

const FAILURES: ReadonlyMap<unknown, UploadFailure> = new Map([
  ['too-large', 'too-large'],
  ['not-taken', 'not-taken'],
  ['not-found', 'not-taken'],
  ['unknown-session', 'unknown-session'],
]);

/** Whatever stands in between may find a body too large as well. */
function refusedReply({ status, body }: Answer): UploadReply {
  const { type = '', detail } = isRecord(body) ? body : {};
  const name = String(type).split(':').at(-1);
  const failure = FAILURES.get(name) ?? (status === 413 ? 'too-large' : 'failed');
  const isForTheAgent = typeof detail === 'string' && name !== 'malformed';
  return { ok: false, failure, ...(isForTheAgent ? { message: detail } : {}) };
}
