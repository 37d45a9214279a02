import type { ReactiveController } from 'lit';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import type { Places } from '../../core/rules/tabs.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';

/** What is on screen, as far as this goes by it. */
interface SightScene {
  readonly session: Pick<Session, 'id'>;
  readonly workspace: WorkspaceHandle;
  readonly places: Places;
}

/** Tells the store whether a conversation can be seen: what is written in one that another tab covers is not read. */
export class PaneSight implements ReactiveController {
  readonly #host: WorkspaceHost;
  readonly #scene: () => SightScene | undefined;

  constructor(host: WorkspaceHost, scene: () => SightScene | undefined) {
    this.#host = host;
    this.#scene = scene;
    host.addController(this);
  }

  /** What is looked at for the first time is in sight when it is shown, and not before. */
  hostUpdate(): void {
    this.#host.workspace?.store.keep('inPanes', ABOUT_NO_SESSION, true);
  }

  hostUpdated(): void {
    const scene = this.#scene();
    if (!scene) return;
    const { start, end } = scene.places;
    const isCovered = start !== 'conversation' && end !== 'conversation';
    // What is unread then is rendered after this, unless the pane shows another session by now, or is gone.
    queueMicrotask(() => {
      if (scene.workspace === this.#host.workspace && scene.session.id === this.#scene()?.session.id)
        cover(scene, isCovered);
    });
  }

  /** What another element shows of it is in sight there. Of one that is not looked at, all stays as the agent comes back to. */
  hostDisconnected(): void {
    const scene = this.#scene();
    if (scene && scene.workspace.store.read(selectSelectedId) === scene.session.id) cover(scene, false);
  }
}

function cover({ workspace: { store }, session: { id } }: SightScene, isCovered: boolean): void {
  if (store.read(selectBegun('covered', id)) !== isCovered) store.keep('covered', id, isCovered);
}
