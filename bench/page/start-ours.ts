/**
 * A page with the whole workspace, as a host writes one that has a store of its own: configuration read, three sessions,
 * every element of the kit defined.
 */
import '../../src/define.js';
import { createLocalization, createSessionStore, parseConfiguration, silentLogger } from '../../src/index.js';
import type { Gateway, Session } from '../../src/index.js';
import { WORK } from '../vanilla/work-to-start-with.js';

const DOCUMENT = {
  version: 1,
  tenant: { name: 'Start', companionLicences: true },
  services: [{ id: 'line', name: 'Card line', licence: 'contact-center', extensions: {}, companion: {} }],
  users: [{ id: 'ana', name: 'Ana Sommer', companionLicence: true, taskParallelization: { enabled: true, total: 5 } }],
};

function gatewayOf(now: number): Gateway {
  const parsed = parseConfiguration(DOCUMENT);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { configuration } = parsed;
  const sessions = WORK.map(({ name, state }): Session => ({
    id: name,
    serviceId: 'line',
    modality: 'audio-video',
    direction: 'inbound',
    state,
    since: now,
    times: { queued: now, offered: now, accepted: now, connected: now },
    caller: { name },
    participants: [],
    parameters: [],
    tags: [],
    unread: 0,
    isSelected: false,
  }));
  return {
    clock: { now: () => Date.now() },
    connect: (receiver) => {
      receiver.facts(
        [
          { type: 'workspace.reset', agentId: 'ana', at: now },
          { type: 'configuration.loaded', configuration, at: now },
          ...sessions.map(
            (session) => ({ type: 'session.snapshot', sessionId: session.id, session, at: now }) as const,
          ),
        ],
        'replay',
      );
      return () => undefined;
    },
    execute: () => Promise.resolve({ ok: true }),
  };
}

class StartPage extends HTMLElement {
  connectedCallback(): void {
    const gateway = gatewayOf(Date.now() - 3_600_000);
    const clock = { now: () => Date.now() };
    const provider = document.createElement('session-provider');
    provider.store = createSessionStore({ gateway, clock, logger: silentLogger, newId: () => '' });
    provider.localization = createLocalization('en');
    provider.manualSwitch = true;
    provider.append(document.createElement('my-sessions'));
    this.append(provider);
  }
}

export function start(): void {
  customElements.define('start-page', StartPage);
}
