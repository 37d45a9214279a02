import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Subscription } from 'rxjs';
import { linkToContext, openContext } from '../../context/acts/open-context.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { contextAt } from '../../core/context-data/kept-context.js';
import type { ContextItem } from '../../core/configuration/configuration.js';
import { contextTarget } from '../../core/fields/context-items.js';
import type { ContextTarget } from '../../core/fields/context-items.js';
import type { UrlPurpose } from '../../core/fields/safe-url.js';
import type { Session } from '../../core/model/session.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectServiceOf, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import type { SessionStore } from '../../core/store/session-store.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { conversationContext } from '../../localize/en/conversation-context.js';
import { base } from '../../styles/base.js';
import { openOnAccept } from '../../effects/context-opener.js';
import { whyNot } from '../../localize/context-words.js';
import { emptyState } from '../../views/empty-state.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import { ExternalLink } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { ServiceWidget } from '../../context/service-widget.js';
import { styles } from './conversation-context.styles.js';

/**
 * Links to what belongs to a session elsewhere: the customer's record, an order, a guide, in the order of the service's
 * configuration. An item whose address needs something that is not there yet says what it waits for and becomes a link
 * when it arrives. Opens what the service wants open when the agent accepts, and offers it when the browser forbids that.
 *
 * @tag conversation-context
 * @summary Links of a session to other systems, with its values filled in.
 * @fires {CustomEvent<{ itemId: string }>} context-tab - The agent opens an item that is to be framed in a tab. Bubbles, not composed.
 * @csspart link - An item that can be opened.
 */
export class ConversationContext extends ServiceWidget {
  static override styles = [base, styles];

  protected override get widget(): 'conversation-context' {
    return 'conversation-context';
  }

  /** Whether who shows this has tabs, and takes an item that can be framed into one of them (the event `context-tab`). */
  @property({ type: Boolean, attribute: 'opens-here' }) opensHere = false;

  readonly #service = new SliceController(this, selectServiceOf, () => this.shownId);
  readonly #workspaceSlice = new SliceController(this, selectWorkspaceOf, () => this.shownId);
  readonly #offers = new SliceController(
    this,
    (id: string) => selectBegun('contextOffers', id),
    () => this.shownId,
  );
  #subscription: Subscription | undefined;
  #listensTo: SessionStore | undefined;

  constructor() {
    super();
    keepFocus(this, () => () => this.renderRoot.querySelector('a'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listenTo(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#listenTo(this.workspace?.store);
  }

  protected override renderSession(session: Session, workspace: WorkspaceHandle): TemplateResult {
    const words = workspace.localization.strings['conversation-context'] ?? conversationContext;
    const items = this.#items(this.#service.value?.extensions.conversationContext ?? []);
    return html`
      ${this.#renderOffers(session, workspace)}
      ${items.length === 0 ? emptyState(words.none) : nothing}
      <ul aria-label=${words.title}>
        ${items.map((item) => html`<li>${this.#renderItem(item, session, workspace)}</li>`)}
      </ul>
    `;
  }

  #renderItem(item: ContextItem, session: Session, workspace: WorkspaceHandle): TemplateResult {
    const { strings } = workspace.localization;
    const target = this.#target(item, session);
    if (target.kind === 'ready') {
      const isFramable = this.opensHere && this.#target(item, session, 'frame').kind === 'ready';
      return isFramable
        ? this.#renderOpener(item, session, target.url, workspace)
        : this.#renderLink(item, session, target.url, workspace);
    }
    const isUnsafe = target.kind.startsWith('unsafe');
    return html`<span class="item">
      <bdi translate="no">${displayableText(item.label, 200)}</bdi>
      <span class="sentence quiet ${isUnsafe ? 'unsafe' : ''}">${whyNot(target, strings)}</span>
    </span>`;
  }

  /** A link all the same: with Ctrl, or another button than the first, the browser opens it beside this page. */
  #renderOpener(item: ContextItem, session: Session, url: string, workspace: WorkspaceHandle): TemplateResult {
    const opening = { sessionId: session.id, itemId: item.id, url };
    const onElsewhere = linkToContext(workspace, this, opening);
    return html`<a
      class="item"
      part="link"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) {
          onElsewhere(event);
          return;
        }
        event.preventDefault();
        openContext(workspace, this, opening, () => {
          this.dispatchEvent(new CustomEvent('context-tab', { detail: { itemId: item.id }, bubbles: true }));
          return true;
        });
      }}
      @auxclick=${onElsewhere}
      ><bdi translate="no">${displayableText(item.label, 200)}</bdi></a
    >`;
  }

  /** Followed with the middle button too, which is another event than a click. */
  #renderLink(
    item: ContextItem,
    session: Session,
    url: string,
    workspace: WorkspaceHandle,
    onFollow?: () => void,
  ): TemplateResult {
    const { newTab } = workspace.localization.strings['conversation-context'] ?? conversationContext;
    const onClick = linkToContext(workspace, this, { sessionId: session.id, itemId: item.id, url }, onFollow);
    return html`<a
      class="item"
      part="link"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      @click=${onClick}
      @auxclick=${onClick}
      ><bdi translate="no">${displayableText(item.label, 200)}</bdi> ${icon(ExternalLink)}<span class="spoken">(${newTab})</span></a
    >`;
  }

  #renderOffers(session: Session, workspace: WorkspaceHandle): unknown {
    const { common, 'conversation-context': words = conversationContext } = workspace.localization.strings;
    const offers = this.#offers.value ?? [];
    return offers.map((offer) => {
      const [item] = this.#items([offer.itemId]);
      if (!item) return nothing;
      const target = this.#target(item, session);
      if (target.kind !== 'ready') return nothing;
      const onDone = (): void => {
        this.keep('contextOffers', (all = []) => all.filter((other) => other !== offer));
      };
      return html`<div class="notice offer" role="status">
        <span>${words[offer.reason]}</span>
        ${this.#renderLink(item, session, target.url, workspace, onDone)}
        <button type="button" class="plain" @click=${onDone}>${common.dismiss}</button>
      </div>`;
    });
  }

  #items(ids: readonly string[]): readonly ContextItem[] {
    const items = this.#workspaceSlice.value?.configuration?.contextItems;
    return [...new Set(ids)].flatMap((id) => items?.get(id) ?? []);
  }

  #target(item: ContextItem, session: Session, purpose: UrlPurpose = 'link'): ContextTarget {
    const { configuration, agentId } = this.#workspaceSlice.value ?? {};
    const now = this.workspace?.store.clockOf(session.id).now() ?? 0;
    return contextTarget(item, { session: contextAt(session, now), configuration, agentId }, purpose);
  }

  #listenTo(store: SessionStore | undefined): void {
    if (store === this.#listensTo) return;
    this.#subscription?.unsubscribe();
    this.#listensTo = store;
    this.#subscription = store?.effects$.subscribe((effect) => {
      if (this.workspace) openOnAccept(this.workspace, this, effect);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conversation-context': ConversationContext;
  }
}
