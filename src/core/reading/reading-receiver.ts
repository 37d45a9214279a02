import type { SessionEvent } from '../events/session-event.js';
import type { GatewayReceiver } from '../ports/gateway.js';
import { usableFact } from './usable-fact.js';

/** Reads what a gateway says that does not read by itself, and hands on what is usable of it. */
export const readingReceiver = (receiver: GatewayReceiver): GatewayReceiver => ({
  facts(events, delivery, source) {
    const reject = (reason: string): void => {
      receiver.rejected(reason);
    };
    // What is no list is for the store to complain of.
    const usable = Array.isArray(events) ? events.flatMap((event: SessionEvent) => usableOf(event, reject)) : events;
    receiver.facts(usable, delivery, source);
  },
  pending(command, reply) {
    receiver.pending(command, reply);
  },
  rejected(reason) {
    receiver.rejected(reason);
  },
});

/** The fact, or nothing where what is left of it makes no sense. */
export function usableOf(said: SessionEvent, reject: (reason: string) => void): readonly SessionEvent[] {
  try {
    const { fact, lost } = usableFact(said);
    if (lost.length > 0) reject(`${said.type}: ${lost.join(', ')}`);
    return lost.length > 0 && fact === undefined ? [] : [fact as SessionEvent];
  } catch (error) {
    reject(`a fact could not be read and was skipped (${String(error)})`);
    return [];
  }
}
