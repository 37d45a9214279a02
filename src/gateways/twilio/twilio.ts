import type { SessionEvent } from '../../core/events/session-event.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { factsOfRecords } from '../../core/state/facts-of-records.js';
import { Agent } from './agent.js';
import type { Chats } from './chats.js';
import type { Commands } from './commands.js';
import { Desk } from './desk.js';
import { Link } from './link.js';
import { Listeners } from './listeners.js';
import { serviceOfQueue } from './mapping.js';
import type { AttributePaths, TwilioOptions } from './options.js';
import type { Recovery } from './recovery.js';
import { Reservations } from './reservations.js';
import type { Reading } from './sighting.js';
import { wordsWith } from './words.js';

export type {
  TwilioConversation,
  TwilioConversations,
  TwilioMedia,
  TwilioMessage,
  TwilioMessagePage,
  TwilioParticipant,
} from './conversations.js';
export type { AttributePaths, TwilioOptions, TwilioOutcome, TwilioServices } from './options.js';
export type {
  TwilioActivity,
  TwilioChannel,
  TwilioEmitter,
  TwilioReservation,
  TwilioTask,
  TwilioTransfer,
  TwilioWorker,
} from './task-router.js';
export type { TwilioWords } from './words.js';

const PATHS: AttributePaths = {
  primaryCode: 'conversations.outcome',
  secondaryCode: 'conversations.category',
  tags: 'conversations.tags',
};

/** What is loaded a little later. */
interface Later {
  readonly commands: Commands;
  readonly recovery: Recovery;
}

/**
 * The reservations of a worker of Twilio's TaskRouter as sessions, and with a client of Twilio Conversations the messages of
 * its chats. The host brings the objects of both SDKs, signed in; it keeps them, and ends them.
 */
export function createTwilioGateway(options: TwilioOptions): Gateway {
  const { worker, services } = options;
  const reading: Reading = {
    options,
    paths: { ...PATHS, ...options.attributePaths },
    words: wordsWith(options.words),
  };
  const desk = new Desk();
  const agent = new Agent(desk, options);
  const nameOf = (target: string): string => {
    const { services: all, users } = agent.configuration ?? {};
    return all?.get(serviceOfQueue(target, services) ?? target)?.name ?? users?.get(target)?.name ?? target;
  };
  const reservations = new Reservations(desk, reading, nameOf, (reservation, tell) => {
    recover((recovery) => {
      recovery.ask(reservation, tell);
    });
  });
  /** Loaded only where there is a client of conversations. */
  let chats: Chats | undefined;
  let isEnded = true;
  const listeners = new Listeners(desk.reject);
  const channels = new Listeners(desk.reject);
  /** Whose workspace has been told of; undefined before the SDK was ready. */
  let agentId: string | undefined;

  const link = new Link(desk, worker, {
    ready() {
      reservations.isPaused = false;
      hearChannels();
      const isNew = becameAnother();
      desk.say([...(isNew ? agent.truth() : []), ...agent.changes(), ...reservations.caughtUp()], 'replay');
      chats?.follow();
      recover((recovery) => recovery.confirm());
    },
    tokenExpired: signIn,
    tokenUpdated() {
      recover((recovery) => {
        recovery.signedIn();
      });
    },
    failed() {
      recover((recovery) => {
        recovery.retry();
      });
    },
    lost() {
      reservations.isPaused = true;
    },
    changed(status) {
      desk.say([{ type: 'connection.changed', status, at: desk.now() }], 'live');
    },
  });
  /** Whether the worker is not the one that has been told of: a token may be another's, of whose work nothing is known. */
  function becameAnother(): boolean {
    if (agentId === worker.sid) return false;
    agentId = worker.sid;
    reservations.forget();
    desk.say([{ type: 'workspace.reset', agentId, at: desk.now() }], 'replay');
    return true;
  }
  const agentChanged = (): void => {
    desk.say(agent.changes(), 'live');
  };
  let later: Promise<Later> | undefined;
  /** Loaded when somebody listens, so that it is there when the agent wants something or the connection is lost. */
  function loadLater(): Promise<Later> {
    later ??= Promise.all([import('./commands.js'), import('./recovery.js')]).then(([{ Commands }, { Recovery }]) => ({
      commands: new Commands({
        desk,
        reading,
        reservations,
        chats: () => chats,
        configuration: () => agent.configuration,
        agentChanged,
      }),
      recovery: new Recovery(desk, options, link),
    }));
    later.catch(() => {
      // It is tried again with the next wish.
      later = undefined;
    });
    return later;
  }
  function recover(act: (recovery: Recovery) => void | Promise<void>): void {
    loadLater()
      .then(({ recovery }) => (desk.isWatched ? act(recovery) : undefined))
      .catch((error: unknown) => {
        desk.reject(String(error));
      });
  }
  function signIn(): void {
    recover((recovery) => {
      recovery.signIn();
    });
  }
  reservations.compared = () => {
    chats?.follow();
  };

  /** They are new objects after each connect. */
  function hearChannels(): void {
    channels.clear();
    for (const channel of worker.channels.values())
      for (const event of ['capacityUpdated', 'availabilityUpdated']) channels.hear(channel, event, agentChanged);
  }

  function followChats(): void {
    if (!options.conversations) return;
    import('./chats.js')
      .then(({ Chats }) => {
        if (isEnded || chats) return;
        chats = new Chats(desk, reading);
        chats.listen(listeners);
        chats.follow();
      })
      .catch((error: unknown) => {
        desk.reject(`what chats take could not be loaded: ${String(error)}`);
      });
  }

  function begin(): void {
    isEnded = false;
    loadLater().catch(() => undefined);
    link.listen(listeners);
    reservations.isPaused = !link.isUp;
    followChats();
    listeners.hear(worker, 'activityUpdated', agentChanged);
    listeners.hear(worker, 'reservationCreated', () => {
      reservations.compare();
    });
    // It tells of the task; none was offered.
    listeners.hear(
      worker,
      'reservationFailed',
      ({ sid, reason }: { readonly sid?: unknown; readonly reason?: unknown }) => {
        desk.reject(`no reservation came of task ${String(sid)}: ${String(reason)}`);
        reservations.compare();
      },
    );
    if (!link.isUp) return;
    hearChannels();
    becameAnother();
    // Nobody is told: who connects is told the whole of it.
    desk.say([...agent.changes(), ...reservations.caughtUp()], 'replay');
  }

  function end(): void {
    for (const part of [listeners, channels, reservations, chats]) part?.clear();
    chats = undefined;
    isEnded = true;
    later?.then(({ recovery }) => {
      if (isEnded) recovery.stop();
    }, desk.reject);
  }

  /** What is true now. */
  function truth(): readonly SessionEvent[] {
    const at = desk.now();
    const connection: SessionEvent = { type: 'connection.changed', status: link.status, at };
    if (agentId === undefined) return [connection];
    return [
      { type: 'workspace.reset', agentId, at },
      ...agent.truth(),
      ...factsOfRecords(desk.records, at),
      connection,
    ];
  }

  return {
    get keptAs() {
      return `twilio/${worker.workspaceSid}`;
    },
    connect(receiver) {
      if (!desk.isWatched) begin();
      const leave = desk.add(receiver, truth());
      let isConnected = true;
      return () => {
        if (!isConnected) return;
        isConnected = false;
        leave();
        if (!desk.isWatched) end();
      };
    },
    execute: (command) =>
      loadLater().then(
        ({ commands }) => commands.execute(command),
        (error: unknown) => ({ ok: false, failure: 'unreachable', message: String(error) }),
      ),
    typing(sessionId, isTyping) {
      if (isTyping) chats?.typing(sessionId);
    },
    signIn,
  };
}
