import { createTwilioGateway } from 'my-sessions/gateways/twilio';
import { Worker } from 'twilio-taskrouter';
import { Conversations } from './conversations.js';

/** Signs a worker in; any token will do for the stub. */
export function openTwilio({ origin, conversations }, configuration) {
  const newToken = async () => 'token';
  const worker = new Worker('token', {
    ebServer: `${origin}/eb`,
    wsServer: `${origin.replace('http', 'ws')}/ws`,
    logLevel: 'silent',
  });
  // Unheard, it would throw. What it comes to is shown: the connection is lost, or a command refused.
  worker.on('error', () => undefined);
  return createTwilioGateway({
    worker,
    newToken,
    configuration,
    conversations: new Conversations(conversations),
    channels: { fax: 'external' },
    services: {
      attribute: { path: 'product', services: { savings: 'savings', cards: 'cards', claims: 'claims' } },
      default: 'reception',
    },
  });
}
