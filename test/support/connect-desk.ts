import type { AgentWish, CommandReply } from '../../src/core/commands/command.js';
import type { Session } from '../../src/core/model/session.js';
import { createAmazonConnectGateway } from '../../src/gateways/amazon-connect/amazon-connect.js';
import type { AmazonConnectGateway, AmazonConnectOptions } from '../../src/gateways/amazon-connect/amazon-connect.js';
import { connected } from '../../src/gateways/contract/recorder.js';
import type { Recorder } from '../../src/gateways/contract/recorder.js';
import { builtInConfiguration } from '../../src/gateways/in-memory/built-in-configuration.js';
import { connectPage } from './connect-page.js';
import type { ConnectPage } from './connect-page.js';

export interface ConnectDesk extends ConnectPage {
  readonly gateway: AmazonConnectGateway;
  readonly recorder: Recorder;
  readonly disconnect: () => void;
  sessionOf(id: string): Session | undefined;
  /** Asks for something, and waits until what follows of it has come. */
  ask(wish: AgentWish): Promise<CommandReply>;
  /** The types of the live facts that the last command led to. */
  led(): readonly string[];
  /** The types of what was told of a session while this went on. */
  toldOf(id: string, act: () => unknown): Promise<readonly string[]>;
}

let last: (() => void) | undefined;

/** A gateway over the SDK of a page, and whoever listens to it; the one before is not connected any more. */
export async function connectDesk(options: Partial<AmazonConnectOptions> = {}): Promise<ConnectDesk> {
  last?.();
  const page = await connectPage();
  const gateway = createAmazonConnectGateway({
    connect,
    services: { default: 'orders' },
    configuration: { ...builtInConfiguration, sessionPolicy: 'multi-active' },
    ...options,
  });
  const { recorder, disconnect } = connected(gateway);
  last = disconnect;
  let commandId = '';
  let count = 0;
  return {
    ...page,
    ...{ gateway, recorder, disconnect },
    sessionOf: (id) => recorder.state.sessions.get(id),
    async ask(wish) {
      commandId = `command ${String((count += 1))}`;
      const reply = await gateway.execute({ ...wish, commandId });
      await page.settle();
      return reply;
    },
    led: () => recorder.causedBy(commandId).map(({ type }) => type),
    async toldOf(id, act) {
      const before = recorder.all.length;
      await act();
      await page.settle();
      return recorder.all
        .slice(before)
        .filter(
          (fact) => (fact.type === 'session.snapshot' ? fact.session.id : 'sessionId' in fact && fact.sessionId) === id,
        )
        .map(({ type }) => type);
    },
  };
}
