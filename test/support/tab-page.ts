// One tab of an agent: a dozen widgets on one workspace over HTTP, and a record of what it was told.
import '../../src/define.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import type { Gateway, GatewayReceiver, SessionEvent } from '../../src/index.js';
import '../../src/components/codes-tags/codes-tags.define.js';
import '../../src/components/session-details/session-details.define.js';

const WIDGETS = ['my-sessions', 'sessions-list', 'session-details', 'codes-tags', 'task-capacity', 'agent-presence'];

/** What the test reads. */
class Tab {
  readonly numbers: number[] = [];
  readonly statuses: string[] = [];
  readonly pending: string[] = [];
  readonly replies: unknown[] = [];
  readonly unhandled: string[] = [];

  note(events: readonly SessionEvent[]): void {
    for (const event of events) {
      if (event.type === 'connection.changed') this.statuses.push(event.status);
      if (event.type === 'workspace.reset') this.numbers.length = 0;
      if (event.type === 'session.snapshot') this.numbers.push(Number(event.session.tags[0]));
      if (event.type === 'tags.changed') this.numbers.push(Number(event.tags[0]));
    }
  }
}

const tab = new Tab();
addEventListener('unhandledrejection', ({ reason }) => tab.unhandled.push(String(reason)));

const inner = createHttpGateway({
  url: '/api',
  ...(location.search.includes('token') ? { token: () => 'canary-token' } : {}),
  ...(location.search.includes('hasty') ? { timings: { firstRetryMs: 500, mostRetryMs: 2000 } } : {}),
  onSignedOut: () => tab.statuses.push('host told'),
});

/** The gateway, overheard. */
const gateway: Gateway = {
  clock: inner.clock,
  execute: (command) => inner.execute(command),
  older: () => inner.older(),
  signIn: () => {
    inner.signIn();
  },
  connect(receiver: GatewayReceiver) {
    return inner.connect({
      facts(events, delivery) {
        tab.note(events);
        receiver.facts(events, delivery);
      },
      pending(command, reply) {
        tab.pending.push(command.commandId);
        reply.then((settled) => tab.replies.push(settled)).catch(() => undefined);
        receiver.pending(command, reply);
      },
      rejected: (reason) => {
        receiver.rejected(reason);
      },
    });
  },
};

const provider = document.createElement('session-provider');
for (const tag of [...WIDGETS, ...WIDGETS]) provider.append(document.createElement(tag));
document.body.append(provider);
provider.gateway = gateway;
Object.assign(globalThis, { tab, gateway: inner });
