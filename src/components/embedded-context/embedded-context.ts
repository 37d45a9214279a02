import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Subscription } from 'rxjs';
import { linkToContext } from '../../context/acts/open-context.js';
import { markFocusedFrame } from '../../controllers/frame-focus.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import type { ContextItem } from '../../core/configuration/configuration.js';
import { contextTarget } from '../../core/fields/context-items.js';
import type { ContextTarget } from '../../core/fields/context-items.js';
import { parseUrl } from '../../core/fields/parse-url.js';
import type { UrlPurpose } from '../../core/fields/safe-url.js';
import type { Session } from '../../core/model/session.js';
import { selectNotKept } from '../../core/selectors/select-context-target.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import type { SessionStore } from '../../core/store/session-store.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { embeddedContext } from '../../localize/en/embedded-context.js';
import { titleOf } from '../../localize/words.js';
import { base } from '../../styles/base.js';
import { whyNot } from '../../localize/context-words.js';
import { emptyState } from '../../views/empty-state.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { styles } from './embedded-context.styles.js';
import { guardFocus } from './focus-guard.js';
import { isFlooding, messageFrom } from './frame-messages.js';
import { FramePool, cageFor, frameOf, isClosed, isOverdue } from './frame-pool.js';
import type { Frame } from './frame-pool.js';
import { letGo, selectPagesLetGo, takeNote } from './pages-let-go.js';
import { UnsavedPages } from './unsaved-pages.js';
import { renderBar, renderFoot, renderHeldBack, renderLetGo, renderMoved, renderTabLink } from './views.js';

/**
 * Shows the one page that a service wants beside its sessions, such as the customer's record, in a frame that can reach
 * neither the page around it nor the window. What is typed in it survives when the agent turns to other sessions and
 * back; up to five pages are kept. A changed address never reloads a page under the agent's hands.
 *
 * @tag embedded-context
 * @summary A page of another system, framed beside the session.
 * @cssproperty [--my-sessions-frame-height=320px] - The least height of the framed page.
 * @csspart bar - The name of the page, and the link that opens it in a tab of its own.
 * @csspart frame - The framed page.
 */
export class EmbeddedContext extends ServiceWidget {
  static override styles = [base, styles];

  /** The context item to frame. Without it, the one that the service embeds. */
  @property({ attribute: 'item-id' }) itemId: string | undefined;

  protected override get widget(): 'embedded-context' | 'conversation-context' {
    return this.itemId === undefined ? 'embedded-context' : 'conversation-context';
  }

  readonly #id = (): string | undefined => this.shownId;
  readonly #service = new SliceController(this, selectServiceOf, this.#id);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, this.#id);
  readonly #letGo = new SliceController(this, () => selectPagesLetGo);
  readonly #pool = new FramePool();
  readonly #unsaved = new UnsavedPages();
  /** Also of the pages that are put away: who they were about is not to be read there when the session has ended. */
  readonly #notKept = new SliceController(
    this,
    (ids: string) => selectNotKept(JSON.parse(ids) as readonly string[]),
    () => JSON.stringify(this.#pool.frames.map(({ sessionId }) => sessionId)),
  );
  /** The store that was there last: what goes with its pane has left it already. */
  #store: SessionStore | undefined;
  /** Runs while a page has not given a sign. */
  #patience: Subscription | undefined;
  /** The elements in whose shadow roots this one stands: its pane, and the workspace around that. */
  #around: readonly Element[] = [];

  constructor() {
    super();
    markFocusedFrame(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#around = hostsAround(this);
    window.addEventListener('message', this.#onMessage);
    document.addEventListener('securitypolicyviolation', this.#onViolation);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('message', this.#onMessage);
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.#patience?.unsubscribe();
    this.#patience = undefined;
    this.#tellIfPaneWasLetGo(this.#pool.frames);
    this.#pool.restart(this.#store?.clock.now() ?? 0);
    const store = this.#store;
    const { agentId } = this;
    // Not now: what takes it out may be in the middle of its update, and shows what is said here.
    queueMicrotask(() => {
      if (!this.isConnected) this.#unsaved.tell(store, agentId, []);
    });
    guardFocus(this, []);
  }

  protected override forget(): void {
    this.#pool.clear();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#store = this.workspace?.store;
  }

  protected override render(): TemplateResult {
    const { workspace, shownId } = this;
    const { store, localization } = workspace ?? {};
    this.#pool.turnTo(shownId, (id) => store?.read(selectSession(id)) !== undefined && !this.#notKept.value?.has(id));
    const about = super.render();
    const shown = this.#pool.of(shownId);
    for (const frame of this.#pool.frames) frame.element.inert = frame !== shown;
    return html`
      ${
        store && localization
          ? renderLetGo(this.#letGo.value ?? [], localization.strings, () => {
              takeNote(store, this.agentId);
            })
          : nothing
      }
      ${about}
      <div class="frames ${shown && !isClosed(shown) ? '' : 'put-away'}">
        ${this.#pool.places.map((frame) => (frame && !isClosed(frame) ? frame.element : nothing))}
      </div>
      ${shown && localization ? renderHeldBack(shown, localization.strings) : nothing}
      ${shown && localization ? renderFoot(shown, localization.strings) : nothing}
    `;
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const words = strings['embedded-context'] ?? embeddedContext;
    const { configuration } = this.#workspaceSlice.value ?? {};
    const item = configuration?.contextItems.get(this.itemId ?? this.#service.value?.extensions.embeddedContext ?? '');
    if (!item) return emptyState(words.none);
    const target = this.#target(item, session, 'frame');
    const frame = this.#pool.of(session.id) ?? this.#load(item, target, session, workspace);
    const onOpen = (url: string, itemId: string): ((event: MouseEvent) => void) =>
      linkToContext(workspace, this, { sessionId: session.id, itemId, url });
    if (frame)
      return html`${renderBar(frame, strings, onOpen(frame.url, item.id))}
      ${
        this.#hasMoved(frame, item, target)
          ? renderMoved(strings, () => {
              this.#load(item, target, session, workspace);
              this.requestUpdate();
            })
          : nothing
      }`;
    const link = this.#target(item, session, 'link');
    const why = target.kind === 'ready' ? '' : link.kind === 'ready' ? words.insecure : whyNot(target, strings);
    return html`<p class="empty" part="empty">
      <bdi translate="no">${displayableText(item.label, 200)}</bdi>: ${why}
      ${link.kind === 'ready' ? renderTabLink(link.url, words.open, onOpen(link.url, item.id)) : nothing}
    </p>`;
  }

  protected override updated(): void {
    this.#unsaved.tell(this.#store, this.agentId, this.#pool.frames);
    if (this.isConnected)
      guardFocus(
        this,
        this.#pool.frames.filter((frame) => !isClosed(frame)).map(({ element }) => element),
      );
    if (!this.#pool.frames.some(({ state }) => state === 'loading')) {
      this.#patience?.unsubscribe();
      this.#patience = undefined;
      return;
    }
    this.#patience ??= this.workspace?.ticker.subscribe((now) => {
      for (const frame of this.#pool.frames) if (isOverdue(frame, now)) this.#learn(frame, 'silent');
    });
  }

  #target(item: ContextItem, session: Session, purpose: UrlPurpose): ContextTarget {
    const { configuration, agentId } = this.#workspaceSlice.value ?? {};
    const now = this.workspace?.store.clockOf(session.id).now() ?? 0;
    return contextTarget(item, { session: contextAt(session, now), configuration, agentId }, purpose);
  }

  /** Frames a page whose address has passed the gate, and only then. */
  #load(
    item: ContextItem,
    target: ContextTarget,
    session: Session,
    { store, localization }: WorkspaceHandle,
  ): Frame | undefined {
    if (target.kind !== 'ready') return undefined;
    const title = titleOf(session, localization.strings);
    const page = { item, sessionId: session.id, title, url: target.url, since: store.clock.now() };
    const frame = frameOf(page, window.origin);
    frame.element.addEventListener('load', () => {
      this.#onLoad(frame);
    });
    const leaving = this.#pool.put(frame);
    const { agentId } = this;
    // Not while rendering: it is shown by this element too.
    if (leaving)
      void this.updateComplete.then(() => {
        letGo(store, agentId, [leaving]);
      });
    return frame;
  }

  #hasMoved(frame: Frame, item: ContextItem, target: ContextTarget): boolean {
    return (
      target.kind === 'ready' &&
      (target.url !== frame.url || cageFor(item, frame.origin, window.origin) !== frame.sandbox)
    );
  }

  #learn(frame: Frame, known: Frame['state']): void {
    frame.state = known;
    frame.window = frame.element.contentWindow;
    this.requestUpdate();
  }

  /** At once: what is in the frame goes on until it is out of the document. */
  #close(frame: Frame): void {
    this.#learn(frame, 'flooding');
    frame.isDirty = false;
    frame.element.remove();
  }

  #onLoad(frame: Frame): void {
    // Only a page of our own origin lets itself be looked into: a redirect has led back here, past the cage.
    if (frame.element.contentDocument !== null) this.#learn(frame, 'own-page');
    else if (frame.state === 'loading' || frame.state === 'silent') this.#learn(frame, 'loaded');
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    for (const frame of this.#pool.frames) {
      const message = messageFrom(frame, event, this.#store?.clock.now() ?? 0);
      if (isFlooding(frame) && !isClosed(frame)) this.#close(frame);
      if (!message) continue;
      frame.isDirty = message.type === 'my-sessions:dirty' && message.isDirty;
      this.#learn(frame, 'ready');
    }
  };

  /** The page around this element forbids the frame: the one refusal that browsers do tell. */
  readonly #onViolation = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'frame-src' || disposition !== 'enforce') return;
    const origin = parseUrl(blockedURI)?.origin;
    for (const frame of this.#pool.frames)
      if (frame.origin === origin && frame.state !== 'ready') this.#learn(frame, 'forbidden');
  };

  /** A workspace keeps a number of panes. This one was removed and the workspace was not: its page went with it. */
  #tellIfPaneWasLetGo(frames: readonly Frame[]): void {
    const [pane, workspace] = this.#around;
    const store = this.#store;
    const { agentId } = this;
    queueMicrotask(() => {
      if (!store || !workspace?.isConnected || pane?.isConnected) return;
      letGo(
        store,
        agentId,
        frames.filter((frame) => !isClosed(frame) && store.read(selectSession(frame.sessionId)) !== undefined),
      );
    });
  }
}

/** The hosts of the shadow roots an element stands in, innermost first. */
function hostsAround(element: Element): readonly Element[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root.host, ...hostsAround(root.host)] : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'embedded-context': EmbeddedContext;
  }
}
