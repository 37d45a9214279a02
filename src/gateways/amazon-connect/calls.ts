import type { CommandReply } from '../../core/commands/command.js';
import { fieldsOf, textOf } from './reading.js';
import type { ConnectAgent, ConnectCallbacks, ConnectConnection, ConnectContact } from './sdk.js';
import type { ConnectWords } from './words.js';

/** For so long an answer of the SDK is waited for, in ms: none comes where its page is gone. */
const ANSWER_MS = 15_000;

/** What the SDK has answered. */
export type Answer =
  | { readonly ok: true; readonly data?: unknown }
  | { readonly ok: false; readonly error: unknown; readonly data?: unknown };

/** Asks the SDK for something that it answers by callbacks. Never rejects; undefined where no answer came. */
export const answerTo = (ask: (callbacks: ConnectCallbacks) => void): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, ANSWER_MS);
    const answered = (answer: Answer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      ask({
        success: (data) => {
          answered({ ok: true, data });
        },
        failure: (error, data) => {
          answered({ ok: false, error, data });
        },
      });
    } catch (error) {
      answered({ ok: false, error });
    }
  });

/** An answer in our words: the platform's reason is for the agent to read. */
export function replyOf(answer: Answer | undefined, words: ConnectWords): CommandReply {
  if (!answer) return { ok: false, failure: 'unreachable', message: words.noAnswer };
  if (answer.ok) return { ok: true };
  if (isNotThere(answer)) return { ok: false, failure: 'unknown-session', message: words.notThere };
  const { error, data } = answer;
  const reason = textOf(fieldsOf(data).message) ?? textOf(fieldsOf(error).message) ?? textOf(error);
  // Accepting fails without a reason: with the name of a state.
  return {
    ok: false,
    failure: 'not-allowed',
    message: reason === undefined || reason === 'error' ? words.refused : reason,
  };
}

/** Whether the contact is gone, which is what a second `clear` is told. */
export const isNotThere = ({ error, data }: Extract<Answer, { ok: false }>): boolean =>
  [error, fieldsOf(error).type, fieldsOf(error).message, fieldsOf(data).type].some(
    (text) => typeof text === 'string' && (text.includes('ContactNotFound') || text.includes('no longer exists')),
  );

/** The customer's side of a contact. */
export const customerSideOf = (contact: ConnectContact): ConnectConnection =>
  sideWhere(contact, (one) => one.isInitialConnection() === true);

/** The agent's own side. */
export const agentSideOf = (contact: ConnectContact): ConnectConnection =>
  sideWhere(contact, (one) => one.getType() === 'agent');

function sideWhere(contact: ConnectContact, is: (one: ConnectConnection) => boolean): ConnectConnection {
  const side = contact.getConnections().find(is);
  if (!side) throw new Error('ContactNotFound');
  return side;
}

/** Everything a contact could be transferred to from the queues of the agent. */
export const endpointsOf = (agent: ConnectAgent): Promise<Answer | undefined> =>
  answerTo((callbacks) => {
    agent.getEndpoints(agent.getAllQueueARNs(), callbacks);
  });
