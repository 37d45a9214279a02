import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { GatewayReceiver } from '../../core/ports/gateway.js';
import type { Executor } from './executor.js';
import { Ledger } from './ledger.js';
import type { GenesysGatewayOptions, GenesysOptionsRead } from './options.js';
import { FIRST_WORDS } from './words.js';
import { GenesysWorkspace } from './workspace.js';

/** All that a gateway does: it works while somebody listens. */
export class Desk {
  readonly #options: GenesysOptionsRead;
  readonly #ledger = new Ledger();
  #executor: Promise<Executor> | undefined;
  #workspace: GenesysWorkspace | undefined;

  constructor(options: GenesysGatewayOptions) {
    this.#options = { ...options, words: { ...FIRST_WORDS, ...options.words } };
  }

  connect(receiver: GatewayReceiver): () => void {
    const listener = this.#ledger.welcome(receiver);
    this.#workspace ??= this.#begun();
    return () => {
      if (!this.#ledger.audience.remove(listener) || this.#ledger.audience.size > 0) return;
      this.#workspace?.end();
      this.#workspace = undefined;
      this.#ledger.forget();
    };
  }

  execute(command: SessionCommand): Promise<CommandReply> {
    return this.#loaded().then(
      (executor) => executor.execute(command, this.#workspace),
      (error: unknown) => ({ ok: false, failure: 'unreachable', message: String(error) }),
    );
  }

  typing(sessionId: string): void {
    this.#loaded().then(
      (executor) => {
        executor.typing(sessionId, this.#workspace);
      },
      () => undefined,
    );
  }

  signIn(): void {
    if (!this.#workspace) return;
    this.#workspace.end();
    this.#workspace = this.#begun();
  }

  /** What carries out wishes is loaded with the first of them; where that fails, with the next. */
  #loaded(): Promise<Executor> {
    this.#executor ??= import('./executor.js').then(({ Executor }) => new Executor(this.#options, this.#ledger));
    this.#executor.catch(() => {
      this.#executor = undefined;
    });
    return this.#executor;
  }

  #begun(): GenesysWorkspace {
    return new GenesysWorkspace(this.#options, this.#ledger);
  }
}
