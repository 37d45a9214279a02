import type { ChatOf, Chats } from './chats.js';
import type { Told } from './told.js';
import type { FirstWords } from './words.js';

/** The chats of the agent, whose code is loaded where a host hands chats over at all. */
export class LaterChats {
  readonly #told: Told;
  readonly #words: FirstWords;
  readonly #chatOf: ChatOf | undefined;
  /** Hears when something can be written in a chat, or no more. */
  readonly #changed: () => void;
  #chats: Chats | undefined;

  constructor(told: Told, words: FirstWords, chatOf: ChatOf | undefined, changed: () => void) {
    this.#told = told;
    this.#words = words;
    this.#chatOf = chatOf;
    this.#changed = changed;
  }

  get loaded(): Chats | undefined {
    return this.#chats;
  }

  load(): void {
    const chatOf = this.#chatOf;
    if (!chatOf || this.#chats) return;
    import('./chats.js')
      .then(({ Chats }) => {
        this.#chats ??= new Chats(this.#told, this.#words, chatOf, this.#changed);
        this.#changed();
      })
      .catch((error: unknown) => {
        this.#told.rejected(String(error));
      });
  }

  /** Why nothing can be written in a chat now. */
  obstacleTo(sessionId: string): string | undefined {
    const { noChat, chatConnecting } = this.#words;
    if (!this.#chatOf) return noChat;
    return this.#chats ? this.#chats.obstacleTo(sessionId) : chatConnecting;
  }
}
