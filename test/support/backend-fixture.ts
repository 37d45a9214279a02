import type { AgentWish, CommandReply } from '../../src/core/commands/command.js';
import type { SessionEvent } from '../../src/core/events/session-event.js';
import type { Session } from '../../src/core/model/session.js';
import { Recorder } from '../../src/gateways/contract/recorder.js';
import { builtInConfiguration, USERS } from '../../src/gateways/in-memory/built-in-configuration.js';
import type { InMemoryBackendOptions } from '../../src/gateways/in-memory/in-memory-backend.js';
import { InMemoryBackend } from '../../src/gateways/in-memory/in-memory-backend.js';
import { ManualScheduler } from './manual-scheduler.js';
import type { OfferTerms } from '../../src/gateways/in-memory/lifecycle.js';

/** A backend with one receiver, whose replies come at once and whose time passes by hand. */
export class BackendFixture {
  readonly scheduler = new ManualScheduler();
  readonly recorder = new Recorder();
  readonly backend: InMemoryBackend;
  readonly disconnect: () => void;
  #commands = 0;
  #offers = 0;

  constructor(options: Partial<InMemoryBackendOptions> = {}) {
    this.backend = new InMemoryBackend({
      agentId: USERS.agent,
      configuration: builtInConfiguration,
      scheduler: this.scheduler,
      timings: { replyMs: 0 },
      ...options,
    });
    this.disconnect = this.backend.connect(this.recorder);
  }

  offer(serviceId: string, modality: string, terms: OfferTerms & { direction?: Session['direction'] } = {}): string {
    this.#offers += 1;
    const sessionId = `s${String(this.#offers)}`;
    const { direction = 'inbound', ...rest } = terms;
    const parameters = [{ name: 'Number', state: 'value', value: '7' } as const];
    this.backend.offer(sessionId, { serviceId, modality, direction, parameters }, rest);
    return sessionId;
  }

  /** Offers a task, accepts it and waits until it is there. */
  async active(serviceId: string, modality: string, terms?: Parameters<BackendFixture['offer']>[2]): Promise<string> {
    const sessionId = this.offer(serviceId, modality, terms);
    await this.wish({ type: 'session.accept', sessionId });
    this.scheduler.advance(2000);
    return sessionId;
  }

  wish(wish: AgentWish): Promise<CommandReply> {
    this.#commands += 1;
    return this.backend.execute({ ...wish, commandId: `c${String(this.#commands)}` });
  }

  stateOf(sessionId: string): Session['state'] | undefined {
    return this.sessionOf(sessionId)?.state;
  }

  /** The session as the receiver knows it. */
  sessionOf(sessionId: string): Session | undefined {
    return this.recorder.state.sessions.get(sessionId);
  }

  liveTypes(): readonly SessionEvent['type'][] {
    return this.recorder.live.map(({ type }) => type);
  }
}
