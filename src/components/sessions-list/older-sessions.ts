import { html, nothing } from 'lit';
import type { LitElement, ReactiveController } from 'lit';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import type { Workspace } from '../../core/state/workspace-reducer.js';
import { historyWords } from '../../localize/en/history.js';

type State = 'idle' | 'loading' | 'failed' | 'done';

/** The way to older sessions, at the end of the list; nothing where the gateway has no more than it handed over. */
export class OlderSessions implements ReactiveController {
  readonly #host: LitElement & WorkspaceHost;
  readonly #onCome: () => void;
  readonly #workspaceSlice: SliceController<Workspace>;
  #state: State = 'idle';
  #stateOf: Workspace | undefined;

  /** @param onCome the agent has asked for those that have come */
  constructor(host: LitElement & WorkspaceHost, onCome: () => void) {
    this.#host = host;
    this.#onCome = onCome;
    this.#workspaceSlice = new SliceController(host, () => selectWorkspace);
    host.addController(this);
  }

  hostUpdate(): void {
    // Caught up anew, the list begins with the latest again.
    if (this.#stateOf !== this.#workspaceSlice.value) this.#state = 'idle';
    this.#stateOf = this.#workspaceSlice.value;
  }

  render(): unknown {
    const { workspace } = this.#host;
    if (!workspace?.store.older || !this.#workspaceSlice.value?.isConnected || this.#state === 'done') return nothing;
    const { list: words = historyWords } = workspace.localization.strings;
    return html`<div class="older">
      ${this.#state === 'failed' ? html`<span role="alert">${words.olderFailed}</span>` : nothing}
      <button type="button" tabindex="-1" aria-disabled=${this.#state === 'loading' ? 'true' : 'false'} @click=${this.#onClick}>
        ${words.older}
      </button>
    </div>`;
  }

  readonly #onClick = (): void => {
    if (this.#state !== 'loading') void this.#load();
  };

  async #load(): Promise<void> {
    const asked = this.#stateOf;
    this.#become('loading');
    let next: State;
    try {
      next = (await this.#host.workspace?.store.older?.()) ? 'idle' : 'done';
    } catch {
      next = 'failed';
    }
    this.#onCome();
    if (asked === this.#stateOf) this.#become(next);
  }

  #become(state: State): void {
    this.#state = state;
    if (state === 'done') this.#leaveButton();
    this.#host.requestUpdate();
  }

  /** Its button goes: focus stays at the end of the list, and does not scroll away what has come. */
  #leaveButton(): void {
    const { renderRoot } = this.#host;
    if (renderRoot.querySelector('.older :focus'))
      [...renderRoot.querySelectorAll<HTMLElement>('.card')].at(-1)?.focus({ preventScroll: true });
  }
}
