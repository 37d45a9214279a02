import type { CommandReply, Gateway, GatewayReceiver, SessionCommand } from '../../src/index.js';
import { builtInConfiguration, USERS } from '../../src/gateways/in-memory/built-in-configuration.js';
import { InMemoryBackend } from '../../src/gateways/in-memory/in-memory-backend.js';
import { ManualScheduler } from './manual-scheduler.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';

/** What differs from one contact centre to the next. */
export interface Particulars {
  readonly agentId?: string;
  readonly configuration?: unknown;
  /** How far its clock is off, in ms. */
  readonly offMs?: number;
}

/** The gateway to a contact centre whose connection can be lost and found, and whose time passes by hand. */
export class Centre implements Gateway {
  readonly scheduler: ManualScheduler;
  readonly commands: SessionCommand[] = [];
  backend: InMemoryBackend;
  #receiver: GatewayReceiver | undefined;
  #end: () => void = () => undefined;

  constructor(particulars: Particulars = {}) {
    this.scheduler = new ManualScheduler(NOW + (particulars.offMs ?? 0));
    this.backend = this.#backendOf(particulars);
  }

  get clock(): InMemoryBackend['clock'] {
    return this.backend.clock;
  }

  get isConnected(): boolean {
    return this.#receiver !== undefined;
  }

  connect(receiver: GatewayReceiver): () => void {
    this.#receiver = receiver;
    this.#end = this.backend.connect(receiver);
    return () => {
      this.#end();
      this.#receiver = undefined;
    };
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    this.commands.push(command);
    return this.backend.execute(command);
  }

  /** Says again what is true, as after a connection that was lost. */
  reconnect(): void {
    this.#end();
    if (this.#receiver) this.#end = this.backend.connect(this.#receiver);
  }

  /** Somebody else has signed in. */
  signInAs(agentId: string): void {
    this.#end();
    this.backend = this.#backendOf({ agentId });
    if (this.#receiver) this.#end = this.backend.connect(this.#receiver);
  }

  /** A message of a customer in a chat that the agent has accepted. */
  chat(sessionId: string): void {
    this.backend.offer(sessionId, { serviceId: 'orders', modality: 'im', direction: 'inbound' });
    this.backend.tell([
      { type: 'session.connected', sessionId },
      {
        type: 'transcript.appended',
        sessionId,
        segments: [
          { id: 'm1', speaker: { id: 'c', role: 'customer' }, text: `Of ${this.backend.agentId}`, isFinal: true },
        ],
      },
    ]);
  }

  #backendOf({ agentId = USERS.agent, configuration = builtInConfiguration }: Particulars): InMemoryBackend {
    return new InMemoryBackend({ agentId, configuration, scheduler: this.scheduler, timings: { replyMs: 0 } });
  }
}
