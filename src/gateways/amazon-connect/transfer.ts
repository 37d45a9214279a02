import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import { agentSideOf, answerTo, replyOf } from './calls.js';
import { fieldsOf, listOf, textOf } from './reading.js';
import type { ContactWatch } from './contact-watch.js';
import type { ConnectAgent, ConnectContact } from './sdk.js';
import { serviceOf } from './services.js';
import type { ConnectServices } from './services.js';
import type { Told } from './told.js';
import type { ConnectWords } from './words.js';

type Transfer = Extract<SessionCommand, { type: 'session.transfer' }>;

export interface TransferMeans {
  readonly agent: ConnectAgent;
  readonly contact: ConnectContact;
  readonly isCall: boolean;
  readonly told: Told;
  readonly watch: ContactWatch;
  readonly services: ConnectServices;
  readonly words: ConnectWords;
}

/** Passes a contact on by a quick connect, or a call to a number. What becomes of it is told by the next snapshot. */
export async function transfer(command: Transfer, means: TransferMeans): Promise<CommandReply> {
  const { agent, contact, isCall, told, watch, words } = means;
  const { sessionId, commandId: causedBy } = command;
  const endpoint = await endpointFor(command, means);
  if (endpoint === undefined) return { ok: false, failure: 'not-allowed', message: words.noEndpoint };
  const { name, phoneNumber } = fieldsOf(endpoint);
  const target = textOf(name) ?? textOf(phoneNumber) ?? '';
  told.note({ type: 'session.transferring', sessionId, target, causedBy });
  told.flush('live');
  const answer = await answerTo((callbacks) => {
    if (isCall) contact.addConnection(endpoint as never, callbacks);
    else contact.transfer(endpoint as never, callbacks);
  });
  // A call goes there when the agent leaves it.
  const left =
    isCall && answer?.ok
      ? await answerTo((callbacks) => {
          agentSideOf(contact).destroy(callbacks);
        })
      : answer;
  const reply = replyOf(left, words);
  if (!reply.ok) {
    told.note({ type: 'session.transfer-failed', sessionId, reason: reply.message ?? words.refused, causedBy });
    // The other end may have been added all the same, with the customer on hold.
    watch.look(agent);
    told.flush('live');
  }
  return reply;
}

/** The end of a transfer as the SDK takes it; undefined where the platform has none. */
async function endpointFor(command: Transfer, { agent, services }: TransferMeans): Promise<unknown> {
  const { targetServiceId, targetUserId, targetNumber } = command;
  if (targetNumber !== undefined) return { type: 'phone_number', phoneNumber: targetNumber, name: null };
  const answer = await answerTo((callbacks) => {
    agent.getEndpoints(agent.getAllQueueARNs(), callbacks);
  });
  const endpoints = answer?.ok ? listOf(fieldsOf(answer.data).endpoints) : [];
  const nowhere = { ...services, default: '' };
  return endpoints.find((endpoint) => {
    const { type, name, queue, agentLogin } = fieldsOf(endpoint);
    if (targetUserId !== undefined) return type === 'agent' && (agentLogin === targetUserId || name === targetUserId);
    const queueARN = textOf(queue) ?? fieldsOf(queue).queueARN;
    return type === 'queue' && serviceOf(nowhere, { queueARN, name }, new Map()) === targetServiceId;
  });
}
