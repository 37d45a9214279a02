import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import type { SessionCommandType } from '../../core/rules/permissions.js';
import { impedimentTo, obstacleTo } from '../../core/rules/permissions.js';
import { unreadAfter } from '../../core/rules/unread.js';
import { withValue } from './attributes.js';
import type { Chats } from './chats.js';
import type { Desk } from './desk.js';
import { activityFor, queueOf } from './mapping.js';
import { OK, refused, Replies, replyOf } from './replies.js';
import type { Reservations } from './reservations.js';
import type { Reading } from './sighting.js';
import type { TwilioReservation, TwilioTask } from './task-router.js';

type Facts = readonly SessionEvent['type'][];
type OnSession = Exclude<SessionCommand, { type: 'presence.change' }>;

/** What commands are carried out with. */
export interface Means {
  readonly desk: Desk;
  readonly reading: Reading;
  readonly reservations: Reservations;
  readonly chats: Chats;
  configuration(): Configuration | undefined;
  /** Says what has become of presence and limits. */
  agentChanged(): void;
}

/** Asks the SDK for what an agent wants. */
export class Commands {
  readonly #means: Means;
  readonly #replies = new Replies();
  /** What changes attributes waits for the change before it: each writes all of them. */
  readonly #writing = new WeakMap<TwilioTask, Promise<unknown>>();

  constructor(means: Means) {
    this.#means = means;
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#replies.of(command.commandId, () =>
      command.type === 'presence.change' ? this.#changePresence(command) : this.#onSession(command),
    );
  }

  async #changePresence({
    presence,
    commandId,
  }: Extract<SessionCommand, { type: 'presence.change' }>): Promise<CommandReply> {
    const { worker, activities } = this.#means.reading.options;
    const activity = activityFor(presence, worker.activities.values(), activities);
    if (!activity) return refused(this.#means.reading.words.noActivity);
    const reply = await this.#asked(commandId, worker.sid, ['presence.changed'], () => activity.setAsCurrent());
    this.#means.agentChanged();
    return reply;
  }

  async #onSession(command: OnSession): Promise<CommandReply> {
    const { desk, reading, reservations } = this.#means;
    const { words } = reading;
    const { sessionId } = command;
    const session = desk.records.sessions.get(sessionId);
    if (!session) return refused(words.noSession, 'unknown-session');
    const reason = impedimentTo(command.type, session);
    if (reason !== undefined) return refused(reason);
    if (command.type === 'session.release' || command.type === 'work-item.pick') return refused(words.noCommand);
    if (obstacleTo(command.type, session)) return refused(isKnown(command.type) ? words.notNow : words.noCommand);
    if (command.type === 'message.send' || command.type === 'messages.mark-read') return this.#onChat(command);
    const reservation = reservations.get(sessionId);
    if (!reservation) return refused(words.notNow);
    const reply = await this.#carryOut(command, session, reservation);
    // The reply may have come before the event, which says no more than the object does by now.
    reservations.compare();
    return reply;
  }

  #carryOut(
    command: OnSession,
    session: Session,
    reservation: TwilioReservation,
  ): CommandReply | Promise<CommandReply> {
    const { desk, reading } = this.#means;
    const { options, paths, words } = reading;
    const { task } = reservation;
    const asked = (types: Facts, act: () => Promise<unknown>): Promise<CommandReply> =>
      this.#asked(command.commandId, command.sessionId, types, act);
    const { sessionId } = command;
    switch (command.type) {
      case 'session.accept':
        return asked(['session.connected'], () =>
          session.modality === 'audio-video' ? reservation.conference(options.conference) : reservation.accept(),
        );
      case 'session.decline':
        return asked(['session.declined'], () => reservation.reject());
      case 'session.end':
      case 'email.mark-as-handled':
        return asked(['session.ended'], () => (this.#hasWrapUp(session) ? reservation.wrap() : reservation.complete()));
      case 'after-call-work.finish':
        return asked(['after-call-work.finished'], () => reservation.complete());
      case 'session.hold':
      case 'session.resume': {
        const hold = command.type === 'session.hold';
        const type = hold ? 'session.held' : 'session.resumed';
        return asked([type], async () => {
          await task.updateParticipant({ hold });
          // The SDK has no event for it.
          desk.say([{ type, sessionId, at: desk.now() }], 'live');
        });
      }
      case 'session.transfer': {
        if (command.targetNumber !== undefined) return refused(words.noNumber);
        const to =
          command.targetUserId ??
          (command.targetServiceId === undefined ? undefined : queueOf(command.targetServiceId, options.services));
        if (to === undefined) return refused(words.noTarget);
        return asked(['session.transferring'], () => task.transfer(to, { mode: 'COLD' }));
      }
      case 'codes.choose': {
        const { primary, secondary } = command;
        return asked(['codes.chosen'], () =>
          this.#write(task, [
            ...(primary === undefined ? [] : [[paths.primaryCode, primary] as const]),
            ...(secondary === undefined ? [] : [[paths.secondaryCode, secondary] as const]),
          ]),
        );
      }
      case 'tags.change':
        return asked(['tags.changed'], () => this.#write(task, [[paths.tags, command.tags]]));
      default:
        return refused(words.noCommand);
    }
  }

  /** Notes what is wanted before it is asked for: what comes of it may be told before the reply. */
  async #asked(commandId: string, about: string, types: Facts, act: () => Promise<unknown>): Promise<CommandReply> {
    const { causes } = this.#means.desk;
    const forget = causes.want(commandId, about, types, this.#means.desk.now());
    try {
      await act();
      return OK;
    } catch (error) {
      forget();
      return replyOf(error);
    }
  }

  #hasWrapUp({ serviceId }: Session): boolean {
    return this.#means.configuration()?.services.get(serviceId)?.afterCallWork.enabled ?? false;
  }

  /** Over the latest attributes: the last one to write wins, and others may have written. */
  async #write(task: TwilioTask, values: readonly (readonly [path: string, value: unknown])[]): Promise<void> {
    const before = this.#writing.get(task) ?? Promise.resolve();
    const writing = before
      .catch(() => undefined)
      .then(() => task.fetchLatestVersion())
      .then(() =>
        task.setAttributes(
          values.reduce<object>((all, [path, value]) => withValue(all, path, value), Object(task.attributes) as object),
        ),
      );
    this.#writing.set(task, writing);
    await writing;
  }

  async #onChat(
    command: Extract<SessionCommand, { type: 'message.send' | 'messages.mark-read' }>,
  ): Promise<CommandReply> {
    const { desk, chats, reading } = this.#means;
    const { words } = reading;
    const { sessionId, segmentId, commandId } = command;
    const chat = chats.get(sessionId);
    if (!chat) return refused(words.noMessages);
    if (command.type === 'message.send') {
      if (command.attachments?.length) return refused(words.noAttachments);
      return this.#asked(commandId, segmentId, ['transcript.appended'], () =>
        chat.conversation.sendMessage(command.text, { segmentId }),
      );
    }
    const index = chat.indexOf(segmentId);
    if (index === undefined) return refused(words.noMessage);
    return this.#asked(commandId, sessionId, ['messages.read'], async () => {
      await chat.conversation.advanceLastReadMessageIndex(index);
      const unread = unreadAfter(desk.records.transcripts.get(sessionId) ?? [], segmentId);
      desk.say([{ type: 'messages.read', sessionId, unread, at: desk.now() }], 'live');
    });
  }
}

/** What is asked of sessions in some state; anything else is of a later version. */
const KNOWN: Readonly<Record<SessionCommandType, true>> = {
  'session.accept': true,
  'session.decline': true,
  'session.park': true,
  'session.unpark': true,
  'session.hold': true,
  'session.resume': true,
  'session.end': true,
  'session.transfer': true,
  'after-call-work.finish': true,
  'after-call-work.extend': true,
  'codes.choose': true,
  'tags.change': true,
  'notes.save': true,
  'message.send': true,
  'messages.mark-read': true,
  'email.reply': true,
  'email.mark-as-handled': true,
};

const isKnown = (type: string): boolean => Object.hasOwn(KNOWN, type);
