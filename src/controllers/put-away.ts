import type { ReactiveController } from 'lit';
import { SliceController } from '../context/slice-controller.js';
import type { WorkspaceHost } from '../context/slice-controller.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { selectSelectedId } from '../core/selectors/select-selection.js';
import { someAround } from '../context/some-around.js';

/**
 * Lets what grows without end rest while `<my-sessions>` has put its pane away: nobody sees it, and laying it out would
 * take the time of what is seen. It catches up when the agent turns to its session.
 */
export class PutAway implements ReactiveController {
  /** Whether the update under way is the first one after a rest. */
  isCatchingUp = false;

  readonly #host: WorkspaceHost & Element;
  readonly #idOf: () => string | undefined;
  readonly #selected: typeof selectSelectedId;
  #isBehind = false;
  #workspace: WorkspaceHandle | undefined;
  #id: string | undefined;

  /**
   * @param idOf the session that the element shows
   * @param selected the one that the agent looks at
   */
  constructor(host: WorkspaceHost & Element, idOf: () => string | undefined, selected: typeof selectSelectedId) {
    this.#host = host;
    this.#idOf = idOf;
    this.#selected = selected;
    host.addController(this);
    new SliceController(
      host,
      () => selected,
      () => true,
      (id) => this.#isBehind && id === this.#id,
    );
  }

  /** To be asked before each update: whether it can wait. */
  holdsBack(): boolean {
    const wasBehind = this.#isBehind;
    const { workspace } = this.#host;
    const id = this.#idOf();
    // Who does not listen yet to what it shows would not hear when to go on.
    const isListening = workspace !== undefined && workspace === this.#workspace && id === this.#id;
    this.#isBehind = isListening && workspace.store.read(this.#selected) !== id && someAround(this.#host, isPutAway);
    this.isCatchingUp = wasBehind && !this.#isBehind;
    return this.#isBehind;
  }

  hostUpdate(): void {
    this.#workspace = this.#host.workspace;
    this.#id = this.#idOf();
  }

  hostDisconnected(): void {
    this.#workspace = undefined;
  }
}

/** A host may make anything inert and still show it: only of these panes it is known that nobody sees them. */
function isPutAway(element: Element): boolean {
  if (!(element instanceof HTMLElement && element.inert && element.classList.contains('pane'))) return false;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.endsWith('my-sessions');
}
