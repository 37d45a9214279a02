import type { SessionEvent } from '../events/session-event.js';
import type { GatewayReceiver } from '../ports/gateway.js';
import { usableFact } from './usable-fact.js';

/** So many places of one fact are named: who gets one of them wrong gets it wrong in all alike. */
const MOST_PLACES = 8;

/** Reads what a gateway says that does not read by itself, and hands on what is usable of it. */
export const readingReceiver = (receiver: GatewayReceiver): GatewayReceiver => ({
  facts(events, delivery, source) {
    const reject = (reason: string): void => {
      receiver.rejected(reason);
    };
    // What is no list is for the store to complain of.
    const usable = Array.isArray(events) ? usableOf(events as SessionEvent[], reject) : events;
    receiver.facts(usable, delivery, source);
  },
  pending(command, reply) {
    receiver.pending(command, reply);
  },
  rejected(reason) {
    receiver.rejected(reason);
  },
});

/** The facts without those of which what is left makes no sense; in a list of their own, as a gateway may go on with its. */
export function usableOf(said: readonly SessionEvent[], reject: (reason: string) => void): readonly SessionEvent[] {
  const usable = [...said];
  let count = 0;
  for (const own of usable)
    try {
      const { fact, lost } = usableFact(own);
      if (lost.length > 0) reject(`${own.type}: ${placesOf(lost)}`);
      if (lost.length === 0 || fact !== undefined) usable[count++] = fact as SessionEvent;
    } catch (error) {
      reject(`a fact could not be read and was skipped (${String(error)})`);
    }
  usable.length = count;
  return usable;
}

const placesOf = (lost: readonly string[]): string =>
  lost.length > MOST_PLACES
    ? `${lost.slice(0, MOST_PLACES).join(', ')} and ${String(lost.length - MOST_PLACES)} more`
    : lost.join(', ');
