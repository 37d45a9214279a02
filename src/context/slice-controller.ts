import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'rxjs';
import type { Selector } from '../core/store/selector.js';
import type { WorkspaceHandle } from './workspace-handle.js';

/** An element that knows its workspace. */
export interface WorkspaceHost extends ReactiveControllerHost {
  readonly workspace: WorkspaceHandle | undefined;
}

/**
 * Keeps one slice of the state for an element and updates the element when the slice changes, and only then.
 *
 * `keyOf` is asked before every update; when its answer changes (another session, another user) the slice of the old
 * one is let go. While it answers undefined, or without a workspace, there is no subscription and no value. There is
 * never more than one subscription, and none while the element is not in a document.
 */
export class SliceController<T, K = true> implements ReactiveController {
  /** The slice as it is now. */
  value: T | undefined;

  readonly #host: WorkspaceHost;
  readonly #selectorOf: (key: K) => Selector<T>;
  readonly #keyOf: () => K | undefined;
  readonly #isNews: (value: T) => boolean;
  #workspace: WorkspaceHandle | undefined;
  #key: K | undefined;
  #subscription: Subscription | undefined;

  /** @param isNews whether the element has to render for a value: what is typed into it is on screen already */
  constructor(
    host: WorkspaceHost,
    selectorOf: (key: K) => Selector<T>,
    keyOf: () => K | undefined = () => true as K,
    isNews: (value: T) => boolean = () => true,
  ) {
    this.#host = host;
    this.#isNews = isNews;
    this.#selectorOf = selectorOf;
    this.#keyOf = keyOf;
    host.addController(this);
  }

  hostUpdate(): void {
    const { workspace } = this.#host;
    const key = workspace && this.#keyOf();
    if (workspace === this.#workspace && key === this.#key) return;
    this.#letGo();
    this.#workspace = workspace;
    this.#key = key;
    if (!workspace || key === undefined) return;
    let isFirst = true;
    this.#subscription = workspace.store.select(this.#selectorOf(key)).subscribe((value) => {
      this.value = value;
      if (!isFirst && this.#isNews(value)) this.#host.requestUpdate();
    });
    isFirst = false;
  }

  hostDisconnected(): void {
    this.#letGo();
  }

  #letGo(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#workspace = undefined;
    this.#key = undefined;
    this.value = undefined;
  }
}
