import type { ReactiveController } from 'lit';
import type { Subscription } from 'rxjs';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { OpenItem, OpenItemPage } from '../../core/model/open-item.js';
import { readOpenItems } from '../../core/reading/open-items.js';
import { heldItems, shownItems } from '../../core/rules/open-items.js';
import type { HeldItems } from '../../core/rules/open-items.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';

/** So many items are asked for at a time. */
const PAGE_SIZE = 100;

/** After so many seconds the list is read again: as many for each page, and up to as many more, so that not all agents ask at once. */
const REFRESH_SECONDS = 20;

/** `absent`: this contact centre has no such list. */
type State = 'loading' | 'ready' | 'failed' | 'absent';

/**
 * What waits to be picked, read from the gateway while it is shown: when it is first shown, when the workspace has caught
 * up anew, and again and again while the page is seen.
 */
export class OpenList implements ReactiveController {
  state: State = 'loading';
  /** The last reading has failed; what is shown is older. */
  isStale = false;
  /** Whether there is more than was read. */
  hasMore = false;
  /** While it is read because of the agent. */
  isAsked = false;

  readonly #host: WorkspaceHost;
  readonly #isShown: () => boolean;
  readonly #isHeld: () => boolean;
  readonly #workspaceSlice;
  #held: HeldItems = { shown: [], waiting: 0 };
  #fresh: OpenItemPage = { items: [] };
  #pages = 1;
  /** Which truth it was read of; what was read of an older one counts for nothing. */
  #readOf: unknown;
  #turn = 0;
  #ticks = 0;
  #due = 0;
  #ticking: Subscription | undefined;
  #tickingOf: WorkspaceHandle | undefined;

  /**
   * @param isShown whether the agent looks at it
   * @param isHeld whether the agent is in it, so that its rows keep their places
   */
  constructor(host: WorkspaceHost, isShown: () => boolean, isHeld: () => boolean) {
    this.#host = host;
    this.#isShown = isShown;
    this.#isHeld = isHeld;
    this.#workspaceSlice = new SliceController(host, () => selectWorkspace);
    host.addController(this);
  }

  get items(): HeldItems {
    return this.#held;
  }

  hostUpdate(): void {
    const { workspace } = this.#host;
    const truth = this.#workspaceSlice.value;
    const isOn = this.#isShown() && truth?.isConnected === true;
    this.#tick(isOn ? workspace : undefined);
    if (!isOn || this.#readOf === truth) return;
    this.#readOf = truth;
    void this.#read();
  }

  hostDisconnected(): void {
    this.#tick(undefined);
    this.#turn += 1;
    this.#readOf = undefined;
  }

  /** Lets go of what it holds. */
  forget(): void {
    this.#turn += 1;
    this.#readOf = undefined;
    this.#held = { shown: [], waiting: 0 };
    this.#fresh = { items: [] };
    this.#pages = 1;
    this.state = 'loading';
  }

  /** Reads it again, as the agent wishes. */
  retry(): void {
    this.isAsked = true;
    void this.#read();
  }

  /** Reads the next page, too. */
  more(): void {
    this.#pages += 1;
    this.retry();
  }

  /** Shows the list as it is, unless the agent is still in it. */
  release(isWished = false): void {
    if (this.state !== 'ready' || (!isWished && this.#isHeld())) return;
    this.#held = { shown: shownItems(this.#fresh.items), waiting: 0 };
    this.#host.requestUpdate();
  }

  /** Another answer than the list's own has said that it does not wait any more. */
  drop(id: string): void {
    this.#fresh = { ...this.#fresh, items: this.#fresh.items.filter((item) => item.id !== id) };
    this.#held = heldItems(this.#held.shown, this.#fresh);
    this.release();
    this.#host.requestUpdate();
  }

  async #read(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#ticks = 0;
    this.#due = REFRESH_SECONDS * (this.#pages + Math.random());
    if (this.isAsked) this.#host.requestUpdate();
    const reading = await this.#pagesNow(() => turn === this.#turn).catch(() => 'failed' as const);
    if (turn !== this.#turn) return;
    const wasShown = this.#held.shown.length;
    const isWished = this.isAsked;
    this.isAsked = false;
    this.isStale = reading === 'failed' && this.state === 'ready';
    if (reading !== 'failed') {
      this.state = reading ? 'ready' : 'absent';
      this.#fresh = reading ?? { items: [] };
      this.hasMore = this.#fresh.next !== undefined;
      if (!isWished && wasShown > 0 && this.#isHeld()) this.#held = heldItems(this.#held.shown, this.#fresh);
      else this.#held = { shown: shownItems(this.#fresh.items), waiting: 0 };
    } else if (this.state !== 'ready') this.state = 'failed';
    this.#host.requestUpdate();
  }

  /** All pages that are wanted, as one; undefined where there are none to be had. */
  async #pagesNow(isWanted: () => boolean): Promise<OpenItemPage | undefined> {
    const items: OpenItem[] = [];
    let after: string | undefined;
    for (let page = 0; page < this.#pages && isWanted(); page += 1) {
      const query = { limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) };
      const answer = await this.#host.workspace?.store.channel.openItems?.(query);
      if (!answer) return undefined;
      const read = readOpenItems(answer.items, answer.next);
      items.push(...read.items);
      after = read.next;
      if (after === undefined) break;
    }
    // What began to wait anew between two pages is on both.
    const each = [...new Map(items.map((item) => [item.id, item])).values()];
    return { items: each, ...(after === undefined ? {} : { next: after }) };
  }

  #tick(workspace: WorkspaceHandle | undefined): void {
    if (workspace === this.#tickingOf) return;
    this.#ticking?.unsubscribe();
    this.#tickingOf = workspace;
    this.#ticking = workspace?.ticker.subscribe(() => {
      this.#ticks += 1;
      if (this.#ticks >= this.#due && this.state !== 'absent' && document.visibilityState === 'visible')
        void this.#read();
    });
  }
}
