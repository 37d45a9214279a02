import type { CommandReply, SessionCommand } from '../../core/commands/command.js';
import type { GatewayReceiver } from '../../core/ports/gateway.js';
import { Executor } from './executor.js';
import type { GenesysGatewayOptions } from './options.js';
import { Ledger } from './ledger.js';
import type { GenesysWords } from './words.js';
import { GENESYS_WORDS } from './words.js';
import { GenesysWorkspace } from './workspace.js';

/** All that a gateway does: it works while somebody listens. */
export class Desk {
  readonly #options: GenesysGatewayOptions;
  readonly #words: GenesysWords;
  readonly #ledger = new Ledger();
  readonly #executor: Executor;
  #workspace: GenesysWorkspace | undefined;

  constructor(options: GenesysGatewayOptions) {
    this.#options = options;
    this.#words = { ...GENESYS_WORDS, ...options.words };
    this.#executor = new Executor(options, this.#words, this.#ledger);
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
    return this.#executor.execute(command, this.#workspace);
  }

  typing(sessionId: string): void {
    this.#executor.typing(sessionId, this.#workspace);
  }

  signIn(): void {
    if (!this.#workspace) return;
    this.#workspace.end();
    this.#workspace = this.#begun();
  }

  #begun(): GenesysWorkspace {
    return new GenesysWorkspace(this.#options, this.#words, this.#ledger);
  }
}
