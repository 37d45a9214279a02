/** Bytes as they come. A `ReadableStream` is one. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/** A file as a browser has it (`File`): only what is asked of it. Its bytes are read once, in one of the two ways. */
export interface UploadedFile {
  readonly name: string;
  /** Its media type, as far as whoever picked it can tell; the empty text where not. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  /** The same bytes one after the other. Errors where the file does not come whole: then nothing of it counts. */
  stream?(): ByteStream;
}

/** What can break an upload off. An `AbortSignal` is one. */
export interface UploadSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface UploadOptions {
  /** Breaks it off. */
  readonly signal?: UploadSignal;
  /** Hears how many bytes have left so far. */
  readonly onProgress?: (sentBytes: number) => void;
}

/**
 * - `too-large`, `not-taken`: the channel does not take it, whatever was said before;
 * - `unknown-session`: there is no such session, or it is not this agent's;
 * - `unreachable`: the backend did not answer, or the file did not get there; it may be tried again;
 * - `cancelled`: it was broken off;
 * - `failed`: anything else.
 */
export const UPLOAD_FAILURES = [
  'too-large',
  'not-taken',
  'unknown-session',
  'unreachable',
  'cancelled',
  'failed',
] as const;

export type UploadFailure = (typeof UPLOAD_FAILURES)[number];

export type UploadReply =
  | { readonly ok: true; readonly attachmentId: string }
  | { readonly ok: false; readonly failure: UploadFailure; /** For the agent to read. */ readonly message?: string };
