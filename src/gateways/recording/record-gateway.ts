import type { SessionEvent } from '../../core/events/session-event.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { Notebook } from './notebook.js';
import { redacted } from './redact.js';

export interface RecordOptions {
  /** Whether texts, names, addresses and values are kept as they are. Default: they are made unreadable before they are kept. */
  readonly keepTexts?: boolean;
  /** How many facts and commands are kept word by word; default 20,000. Of what was before, what it has led to is kept. */
  readonly most?: number;
}

/** A gateway of which is noted what it says and what it is asked for. */
export interface RecordedGateway extends Gateway {
  /** What was noted so far, as the text of a file. `npm start -- --replay FILE` and `createPlayback` play it. */
  recording(): string;
}

const OTHERS = ['typing', 'upload', 'signIn', 'older', 'session', 'letGo', 'openItems'] as const;

/**
 * The same gateway, with a recording of its facts and commands, so that a host can send what went wrong. Of several
 * connections at a time the first one is recorded.
 *
 * @throws TypeError for several gateways that are one: record each of them
 */
export function recordGateway(
  gateway: Gateway,
  { keepTexts = false, most = 20_000 }: RecordOptions = {},
): RecordedGateway {
  if (gateway.sources) throw new TypeError('These are several gateways: record each of them before they are combined.');
  const notebook = new Notebook(most, !keepTexts);
  const kept = <T>(value: T): T => (keepTexts ? structuredClone(value) : redacted(value));
  const now = (): number => gateway.clock?.now() ?? Date.now();
  let recorded: object | undefined;

  const noted = (facts: readonly SessionEvent[]): readonly SessionEvent[] =>
    // A configuration is made fit for a file when the file is written.
    facts.map((fact) => ((fact as SessionEvent | undefined)?.type === 'configuration.loaded' ? fact : kept(fact)));

  const own: Gateway = {
    ...(gateway.clock && { clock: gateway.clock }),
    ...(gateway.isRead !== undefined && { isRead: gateway.isRead }),
    ...(gateway.keptAs !== undefined && { keptAs: gateway.keptAs }),
    connect(receiver) {
      const connection = {};
      recorded ??= connection;
      const note = (add: () => void): void => {
        if (recorded === connection) add();
      };
      const end = gateway.connect({
        facts(facts, delivery, source) {
          note(() => {
            if (Array.isArray(facts))
              notebook.add({ at: now(), facts: noted(facts as readonly SessionEvent[]), delivery });
          });
          receiver.facts(facts, delivery, source);
        },
        pending: receiver.pending.bind(receiver),
        rejected(reason) {
          note(() => {
            notebook.add({ at: now(), rejected: kept(reason) });
          });
          receiver.rejected(reason);
        },
      });
      return () => {
        if (recorded === connection) recorded = undefined;
        end();
      };
    },
    async execute(command) {
      notebook.add({ at: now(), command: kept(command) });
      const reply = await gateway.execute(command);
      notebook.add({ at: now(), commandId: command.commandId, reply: kept(reply) });
      return reply;
    },
  };
  for (const name of OTHERS) if (gateway[name]) Object.assign(own, { [name]: gateway[name].bind(gateway) });
  return { ...own, recording: () => notebook.toText() };
}
