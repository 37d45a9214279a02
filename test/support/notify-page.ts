// A page of an agent over HTTP, and a record of how it told them of what came.
import '../../src/components/session-provider/session-provider.define.js';
import { readSettings } from '../../src/core/rules/notifying.js';
import { followSettings, keepSettings } from '../../src/effects/notification-settings.js';
import { createHttpGateway } from '../../src/gateways/http/http.js';
import { selectAgentId } from '../../src/core/selectors/select-workspace.js';
import type { SessionStore } from '../../src/index.js';
import { selectConnection, selectRoster, selectSelectedId } from '../../src/index.js';

const DEFAULT_SETTINGS = readSettings(undefined);

const notes = { begun: 0, ended: 0 };
const { start } = OscillatorNode.prototype;
OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
  notes.begun += 1;
  this.addEventListener('ended', () => (notes.ended += 1));
  start.call(this, when);
};

const notices: { readonly title: string; readonly notice: Notification; isClosed: boolean }[] = [];
const Real = Notification;
class Noted extends Real {
  readonly #own: (typeof notices)[number];

  constructor(title: string, options?: NotificationOptions) {
    super(title, options);
    this.#own = { title, notice: this, isClosed: false };
    notices.push(this.#own);
  }

  override close(): void {
    this.#own.isClosed = true;
    super.close();
  }
}
Object.assign(globalThis, { Notification: Noted });

const unhandled: string[] = [];
addEventListener('unhandledrejection', ({ reason }) => unhandled.push(String(reason)));

const gateway = createHttpGateway({ url: '/api' });
const provider = document.createElement('session-provider');
provider.setAttribute('notifications', 'sound desktop title');
const asked: string[] = [];
provider.addEventListener('session-notify', ({ detail }) => asked.push(`${detail.about} ${detail.sessionId}`));
document.body.append(provider);
provider.gateway = gateway;
document.title = 'Portal';

let desktop = '';
const connectionIn = (store?: SessionStore) => store?.read(selectConnection);
const ownerOf = (agentId = ''): string => `${gateway.keptAs} ${agentId}`;

/** Whether it is this tab that tells, as the browser has it. */
async function isLeading(): Promise<boolean> {
  return navigator.locks.request(`who am I ${String(Math.random())}`, async (lock) => {
    const { held = [] } = await navigator.locks.query();
    const me = held.find(({ name }) => name === lock?.name)?.clientId;
    return held.some(({ name, clientId }) => clientId === me && name?.startsWith('my-sessions notifications '));
  });
}

const agentIdIn = (store?: SessionStore) => store?.read(selectAgentId);

/** What the tests ask and do. */
const page = {
  look: async () => ({
    isLeading: await isLeading(),
    offers: provider.store?.read(selectRoster).offered ?? [],
    agentId: agentIdIn(provider.store),
    status: connectionIn(provider.store)?.status,
    selectedId: provider.store?.read(selectSelectedId),
    isRinging: notes.begun > notes.ended,
    begun: notes.begun,
    asked,
    desktop,
    notices: notices.map(({ title, isClosed, notice }) => ({ title, body: notice.body, isClosed })),
    title: document.title,
    unhandled,
  }),
  /** The agent wants notifications on the desktop, always. */
  wantDesktop: () => keepSettings(ownerOf(agentIdIn(provider.store)), { ...DEFAULT_SETTINGS, desktop: 'always' }),
  /** From now on it is known how the agent wants to be told; who tells them has followed it for longer. */
  followSettings: () =>
    followSettings(ownerOf(agentIdIn(provider.store)), (settings) => {
      ({ desktop } = settings);
    }),
  /** The agent clicks on the last notification, which only the desktop can do. */
  clickNotice: () => notices.at(-1)?.notice.dispatchEvent(new Event('click')),
};
Object.assign(globalThis, { page });
