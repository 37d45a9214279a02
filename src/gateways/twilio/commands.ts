import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { SessionEvent } from '../../core/events/session-event.js';
import type { Configuration } from '../../core/configuration/configuration.js';
import type { Session } from '../../core/model/session.js';
import { impedimentTo, obstacleTo } from '../../core/rules/permissions.js';
import { Replies } from '../platform/replies.js';
import { activityFor, queueOf } from './aims.js';
import { isObject } from './attributes.js';
import { Causes } from './causes.js';
import type { Chats } from './chats.js';
import { COMMAND_WORDS } from './command-words.js';
import type { Desk } from './desk.js';
import { OK, refused, replyOf } from './replies.js';
import type { Reservations } from './reservations.js';
import type { Reading } from './sighting.js';
import type { TwilioReservation, TwilioTask } from './task-router.js';
import { withValue } from './with-value.js';
import type { SessionWords } from './words.js';

export type Facts = readonly SessionEvent['type'][];
type OnSession = Exclude<SessionCommand, { type: 'presence.change' }>;

/** What commands are carried out with. */
export interface Means {
  readonly desk: Desk;
  readonly reading: Reading;
  readonly reservations: Reservations;
  /** Undefined without a client of conversations, and until what they take is loaded. */
  chats(): Chats | undefined;
  configuration(): Configuration | undefined;
  /** Says what has become of presence and limits. */
  agentChanged(): void;
}

/** Asks the SDK for what an agent wants. */
export class Commands {
  readonly #means: Means;
  readonly #words: SessionWords & typeof COMMAND_WORDS;
  readonly #causes = new Causes();
  readonly #replies = new Replies();
  /** What changes attributes waits for the change before it: each writes all of them. */
  readonly #writing = new WeakMap<TwilioTask, Promise<unknown>>();

  constructor(means: Means) {
    this.#means = means;
    means.desk.named = (fact, now) => this.#causes.named(fact, now);
    this.#words = { ...COMMAND_WORDS, ...means.reading.words };
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#replies.of(command.commandId, () =>
      (command.type === 'presence.change' ? this.#changePresence(command) : this.#onSession(command)).catch(replyOf),
    );
  }

  async #changePresence({
    presence,
    commandId,
  }: Extract<SessionCommand, { type: 'presence.change' }>): Promise<CommandReply> {
    const { worker, activities } = this.#means.reading.options;
    const activity = activityFor(presence, worker.activities.values(), activities);
    if (!activity) return refused(this.#words.noActivity);
    const reply = await this.#asked(commandId, worker.sid, ['presence.changed'], () => activity.setAsCurrent());
    this.#means.agentChanged();
    return reply;
  }

  async #onSession(command: OnSession): Promise<CommandReply> {
    const { desk, reservations } = this.#means;
    const words = this.#words;
    const { sessionId } = command;
    const session = desk.records.sessions.get(sessionId);
    if (!session) return refused(words.noSession, 'unknown-session');
    const reason = impedimentTo(command.type, session);
    if (reason !== undefined) return refused(reason);
    if (command.type === 'session.release' || command.type === 'work-item.pick' || obstacleTo(command.type, session))
      return refused(words.notNow);
    if (command.type === 'message.send' || command.type === 'messages.mark-read') {
      const act = this.#means.chats()?.answer(command) ?? words.noMessages;
      return typeof act === 'string'
        ? refused(act)
        : this.#asked(command.commandId, act.about, act.types, act.carryOut);
    }
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
    const { options, paths } = reading;
    const words = this.#words;
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
        return refused(words.notNow);
    }
  }

  /** Notes what is wanted before it is asked for: what comes of it may be told before the reply. */
  async #asked(commandId: string, about: string, types: Facts, act: () => Promise<unknown>): Promise<CommandReply> {
    const forget = this.#causes.want(commandId, about, types, this.#means.desk.now());
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
          values.reduce<object>(
            (all, [path, value]) => withValue(all, path, value),
            isObject(task.attributes) ? task.attributes : {},
          ),
        ),
      );
    this.#writing.set(task, writing);
    await writing;
  }
}
