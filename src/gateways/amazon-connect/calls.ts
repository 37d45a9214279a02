import type { CommandReply } from '../../core/commands/command.js';
import { LATER_WORDS } from './later-words.js';
import { fieldsOf, reasonOf, textOf } from './reading.js';
import type { ConnectCallbacks, ConnectConnection, ConnectContact } from './sdk.js';
import type { ConnectWords } from './words.js';

/** For so long an answer of the SDK is waited for, in ms: none comes where its page is gone. */
const ANSWER_MS = 15_000;

const pause = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));

/** What the SDK of chats answers, which waits for ever where nothing comes. */
export const inTime = <T>(asked: PromiseLike<T> | T): Promise<T> =>
  Promise.race([
    asked,
    pause(ANSWER_MS).then(() => {
      throw new Error(LATER_WORDS.noAnswer);
    }),
  ]);

/** Tries something until it is done or nobody wants it any more, at longer and longer intervals. */
export async function untilDone(
  isWanted: () => boolean,
  act: () => Promise<unknown>,
  failed: (reason: string) => void,
): Promise<void> {
  for (let wait = 2000; isWanted(); wait = Math.min(2 * wait, 10_000))
    try {
      await act();
      return;
    } catch (error) {
      failed(reasonOf(error));
      await pause(wait);
    }
}

/** What the SDK has answered. */
export type Answer =
  | { readonly ok: true; readonly data?: unknown }
  | { readonly ok: false; readonly error: unknown; readonly data?: unknown };

/** Asks the SDK for something that it answers by callbacks. Never rejects; undefined where no answer came. */
export const answerTo = (ask: (callbacks: ConnectCallbacks) => void): Promise<Answer | undefined> =>
  inTime(
    new Promise<Answer | undefined>((resolve) => {
      try {
        ask({
          success: (data) => {
            resolve({ ok: true, data });
          },
          failure: (error, data) => {
            resolve({ ok: false, error, data });
          },
        });
      } catch (error) {
        resolve({ ok: false, error });
      }
    }),
  ).catch(() => undefined);

/** An answer in our words: the platform's reason is for the agent to read. */
export function replyOf(answer: Answer | undefined, words: ConnectWords): CommandReply {
  if (!answer) return { ok: false, failure: 'unreachable', message: words.noAnswer };
  if (answer.ok) return { ok: true };
  if (isNotThere(answer)) return { ok: false, failure: 'unknown-session', message: words.notThere };
  const { error, data } = answer;
  const reason = textOf(fieldsOf(data).message) ?? reasonOf(error ?? 'error');
  // Accepting fails without a reason: with the name of a state.
  return { ok: false, failure: 'not-allowed', message: reason === 'error' ? words.refused : reason };
}

/** Whether the contact is gone, which is what a second `clear` is told. */
export function isNotThere({ error, data }: Extract<Answer, { ok: false }>): boolean {
  const said = [fieldsOf(error).type, reasonOf(error), fieldsOf(data).type].join(' ');
  return said.includes('ContactNotFound') || said.includes('no longer exists');
}

/** The customer's side of a contact. */
export const customerSideOf = (contact: ConnectContact): ConnectConnection =>
  there(contact.getConnections().find((one) => one.isInitialConnection() === true));

/** The agent's own side: in the call of another agent, the one that listens. */
export function agentSideOf(contact: ConnectContact): ConnectConnection {
  const of = (type: string): ConnectConnection | undefined =>
    contact.getConnections().find((one) => one.getType() === type);
  return there(of('agent') ?? of('monitoring'));
}

function there(side: ConnectConnection | undefined): ConnectConnection {
  if (!side) throw new Error('ContactNotFound');
  return side;
}
