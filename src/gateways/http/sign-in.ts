/** Where the host's token comes from. */
export type TokenSource = () => string | Promise<string>;

/**
 * The bearer token, asked for once and kept in memory only. When the backend refuses it another one is asked for, by
 * one request at a time however many were refused; a backend that refuses that one too wants the agent to sign in.
 */
export class SignIn {
  readonly #source: TokenSource | undefined;
  #token: string | undefined;
  #asked: Promise<string> | undefined;

  constructor(source: TokenSource | undefined) {
    this.#source = source;
  }

  /** What goes into `Authorization`; undefined where cookies do it. Rejects when the host fails to give a token. */
  async token(): Promise<string | undefined> {
    if (!this.#source) return undefined;
    return this.#token ?? this.#ask(this.#source);
  }

  /** Another token after `refused` was; undefined when there is no other. Rejects when the host fails to give one. */
  async another(refused: string | undefined): Promise<string | undefined> {
    if (!this.#source) return undefined;
    if (this.#token === refused) this.#token = undefined;
    const token = this.#token ?? (await this.#ask(this.#source));
    return token === refused || token === '' ? undefined : token;
  }

  /** The agent may be somebody else from here on. */
  forget(): void {
    this.#token = undefined;
  }

  #ask(source: TokenSource): Promise<string> {
    this.#asked ??= this.#askOnce(source).finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  async #askOnce(source: TokenSource): Promise<string> {
    // Whoever asks joins, also while a source that answers at once is being called.
    await Promise.resolve();
    const token = await source();
    this.#token = token;
    return token;
  }
}
