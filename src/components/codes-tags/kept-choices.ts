import type { LitElement } from 'lit';
import { nothing } from 'lit';
import { perform } from '../../context/acts/acts.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectCommands } from '../../core/selectors/select-commands.js';
import type { BegunChoices } from '../../core/state/begun.js';
import type { Strings } from '../../localize/en.js';
import { failureNotice } from '../../views/failed-commands.js';
import type { WaysOn } from '../../views/failed-commands.js';
import { withChoice, withoutChoice, withoutSaved, wishesToSave } from './begun-choices.js';
import type { ChoiceWish } from './begun-choices.js';
import { isOwn } from './choices.js';
import type { Choices } from './choices.js';

/** What an agent has chosen, kept as a draft until the backend has taken it. */
export class KeptChoices {
  readonly #host: LitElement & WorkspaceHost;
  readonly #agentId: () => string | undefined;
  readonly #begun: SliceController<BegunChoices | undefined, string>;

  constructor(
    host: LitElement & WorkspaceHost,
    sessionId: () => string | undefined,
    agentId: () => string | undefined,
  ) {
    this.#host = host;
    this.#agentId = agentId;
    this.#begun = new SliceController(host, (id: string) => selectBegun('choices', id), sessionId);
  }

  get value(): BegunChoices | undefined {
    return this.#begun.value;
  }

  /** The two ways on from a choice that failed. */
  readonly waysOn: WaysOn = {
    retry: ({ command: { commandId: _, ...wish } }) => {
      if (wish.type === 'codes.choose' || wish.type === 'tags.change') this.ask(wish);
    },
    dismiss: (tracked) => {
      const { command } = tracked;
      if (command.type === 'codes.choose' || command.type === 'tags.change') this.#letGo(command);
      this.#host.workspace?.store.dismiss(tracked);
    },
  };

  /** Asks for a choice. Answers whether no host said no. */
  ask(wish: ChoiceWish): boolean {
    const { workspace } = this.#host;
    const agentId = this.#agentId();
    const reply = workspace && perform(workspace, this.#host, wish);
    if (!reply) return false;
    this.#change(wish.sessionId, (begun) => withChoice(begun, wish));
    void reply.then(({ ok }) => {
      if (ok) this.#letGo(wish, agentId);
    });
    return true;
  }

  /** Lets go of what is saved. What is on its way may yet fail, and what was saved before it with it. */
  settle(sessionId: string, choices: Choices): void {
    const commands = this.#host.workspace?.store.read(selectCommands(sessionId)) ?? [];
    if (this.value && !commands.some((own) => isOwn(own) && own.status === 'pending'))
      this.#change(sessionId, (begun) => begun && withoutSaved(begun, choices));
  }

  /** Goes back to what is saved. */
  clear(sessionId: string): void {
    this.#change(sessionId, () => undefined);
  }

  /** What was chosen and got no further than this device, and the two ways on. */
  renderLeft(sessionId: string, choices: Choices, strings: Strings, why: string): unknown {
    const wishes = wishesToSave(sessionId, choices);
    if (wishes.length === 0) return nothing;
    const retry = (): void => {
      for (const wish of wishes) this.ask(wish);
    };
    return failureNotice(strings.common.notSaved, why, strings, retry, () => {
      for (const wish of wishes) this.#letGo(wish);
    });
  }

  #letGo(wish: ChoiceWish, agentId = this.#agentId()): void {
    this.#change(wish.sessionId, (begun) => withoutChoice(begun, wish), agentId);
  }

  #change(
    sessionId: string,
    change: (begun: BegunChoices | undefined) => BegunChoices | undefined,
    agentId = this.#agentId(),
  ): void {
    this.#host.workspace?.store.keep('choices', sessionId, change, agentId);
  }
}
