import type { UploadFailure } from '../../core/ports/upload.js';

/**
 * A file of a message, as its composer shows it. With `sentBytes` it is being uploaded, with `failure` it did not get
 * there, with `isThere` it did; with none of them nobody here uploads it.
 */
export interface AttachedFile {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly isThere?: boolean;
  readonly sentBytes?: number;
  readonly failure?: UploadFailure;
  /** What the backend says of the failure, for the agent to read. */
  readonly message?: string;
  /** The file itself, for its preview and another try. */
  readonly file?: Blob | undefined;
}
