import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { uploadsOf } from '../../context/uploads.js';
import type { Uploads } from '../../context/uploads.js';
import type { AgentWish } from '../../core/commands/command.js';
import type { Attachment } from '../../core/model/attachment.js';
import type { Session } from '../../core/model/session.js';
import type { TranscriptSegment } from '../../core/model/transcript-segment.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import type { BegunFields, DraftFile } from '../../core/state/begun.js';
import type { AttachedFile } from '../message-composer/attached-file.js';
import type { MessageComposer } from '../message-composer/message-composer.js';

type SendWish = Extract<AgentWish, { type: 'message.send' }>;

/** What is sent, whoever it is sent to. */
export interface Message extends Pick<SendWish, 'segmentId' | 'text'> {
  readonly format: 'markdown' | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
}

/** The files of the message that is being written: how far they are, and what the agent does with them. */
export class MessageFiles {
  readonly #host: WorkspaceHost;
  readonly #composing: () => string | undefined;
  readonly #files: SliceController<BegunFields['attachments'] | undefined, string>;
  readonly #uploads: SliceController<BegunFields['uploads'] | undefined, string>;

  /**
   * @param shown the session that is to be shown
   * @param composing the session that the field on screen belongs to
   */
  constructor(host: WorkspaceHost, shown: () => string | undefined, composing: () => string | undefined) {
    this.#host = host;
    this.#composing = composing;
    this.#files = new SliceController(host, (id: string) => selectBegun('attachments', id), shown);
    this.#uploads = new SliceController(host, (id: string) => selectBegun('uploads', id), shown);
  }

  get isEmpty(): boolean {
    return !this.#files.value?.length;
  }

  /** What its composer is to know. */
  forComposer({ messaging }: Session): Pick<MessageComposer, 'files' | 'attached' | 'locale'> {
    const { workspace } = this.#host;
    return {
      files: workspace?.store.channel.upload && messaging?.files,
      attached: this.#shown,
      locale: workspace?.localization.locale,
    };
  }

  get #shown(): readonly AttachedFile[] {
    return (this.#files.value ?? []).map(({ attachmentId, ...file }) => ({
      ...file,
      ...(attachmentId === undefined ? this.#uploads.value?.get(file.key) : { isThere: true }),
      file: this.#room?.fileOf(file.key),
    }));
  }

  /** What a message names of them. */
  get toSend(): readonly Attachment[] {
    const id = this.#composing();
    const files = id === undefined ? [] : this.#host.workspace?.store.read(selectBegun('attachments', id));
    return (files ?? []).flatMap(({ attachmentId, name, size, mediaType }) =>
      attachmentId === undefined ? [] : [{ id: attachmentId, name, size, ...(mediaType === '' ? {} : { mediaType }) }],
    );
  }

  readonly onFiles = ({ detail: { files } }: CustomEvent<{ readonly files: readonly File[] }>): void => {
    const id = this.#composing();
    if (id !== undefined) this.#room?.add(id, files);
  };

  readonly onFile = ({
    detail: { key, act },
  }: CustomEvent<{ readonly key: string; readonly act: 'remove' | 'retry' }>): void => {
    const id = this.#composing();
    if (id !== undefined) this.#room?.[act](id, key);
  };

  get #room(): Uploads | undefined {
    const { workspace } = this.#host;
    return workspace && uploadsOf(workspace.store);
  }
}

/** Files of a message that was not sent, back to where it is written. */
export const draftFiles = (attachments: readonly Attachment[] = []): readonly DraftFile[] | undefined =>
  attachments.length === 0
    ? undefined
    : attachments.map(({ id, name, size = 0, mediaType = '' }) => ({
        key: id,
        name,
        size,
        mediaType,
        attachmentId: id,
      }));

/** A message as it was sent before. Where its files are fetched from the backend knows. */
export const messageOf = ({ id, text, format, attachments }: TranscriptSegment): Message => ({
  ...{ segmentId: id, text, format },
  attachments: attachments?.map(({ url: _, ...file }) => file),
});

export const sendWish = (sessionId: string, { segmentId, text, format, attachments = [] }: Message): SendWish => ({
  ...{ type: 'message.send', sessionId, segmentId, text },
  ...(format ? { format } : {}),
  ...(attachments.length > 0 ? { attachments } : {}),
});
