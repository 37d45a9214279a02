import { ContextProvider } from '@lit/context';
import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { each } from '../../context/each.js';
import type { Subscription } from 'rxjs';
import { Loading } from '../../registration/loading.js';
import { nestedLater } from '../../registration/nested-later.js';
import { nested } from '../../registration/nested.js';
import { latePart } from '../../context/late-part.js';
import { notConnected } from '../../context/not-connected.js';
import { noticePlaceContext } from '../../context/notices.js';
import type { Notice } from '../../context/notices.js';
import { OwnAgent } from '../../context/own-agent.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { WideEnough } from '../../controllers/wide-enough.js';
import { isInConversation } from '../../core/rules/session-phase.js';
import { selectIsDrafting } from '../../core/selectors/select-begun.js';
import { selectLimitNotice } from '../../core/selectors/select-limit-notice.js';
import { selectIsAnywhere, selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectServiceOf, selectSession, selectSessions } from '../../core/selectors/select-session.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import type { SessionStore } from '../../core/store/session-store.js';
import type { WorkspaceEffect } from '../../core/store/effects.js';
import { workspaceWords } from '../../localize/en/my-sessions.js';
import { base } from '../../styles/base.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import type { ShortcutSettings } from '../session-shortcuts/shortcut-table.js';
import { emptyState } from '../../views/empty-state.js';
import type { Announcer } from './announcer.js';
import type { NoticeLine } from './notice-line.js';
import { styles } from './my-sessions.styles.js';
import { PanePool } from './pane-pool.js';
import { WorkedFrames } from './worked-frames.js';

/** What is loaded as soon as the first picture is there. */
const LATER = ['agent-presence', 'connection-status', 'session-pane', 'session-shortcuts', 'notification-settings'];

const loadNotices = async () => (await import('./notice-line.js')).NoticeLine;

/** Below this width, in px, the list becomes a bar of session icons above the session. */
const BAR_BELOW = 560;

/**
 * The whole workspace of an agent: presence and task capacity, the list of sessions, and the session that is looked at,
 * composed as its service's owner configured. Fits the space it is given, down to a 300 px panel.
 *
 * @tag my-sessions
 * @summary The agent's personal task workspace.
 * @cssproperty [--my-sessions-height=100%] - The height of the workspace.
 * @csspart header - Presence and task capacity.
 * @slot home - What the agent sees at Home: the host's own dashboard.
 */
export class MySessions extends WorkspaceElement {
  static override styles = [base, styles];

  /** Which keyboard shortcuts have other keys, or none; `off`, also as the attribute, where the page claims them all. */
  @property() shortcuts: ShortcutSettings | undefined;

  /** Sessions that started while the agent was typing, so that the workspace stayed where it was, in order of arrival. */
  get waitingIds(): readonly string[] {
    return this.#waitingIds;
  }

  #waitingIds: readonly string[] = [];
  readonly #selected = new SliceController(this, () => selectSelectedId);
  readonly #isAnywhere = new SliceController(this, () => selectIsAnywhere);
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #worked = new WorkedFrames(this, () => this.#selected.value);
  /** What comes in one piece soon after the first picture, from then on. */
  #later: Loading | undefined;
  #pool = new PanePool();
  readonly #width = new WideEnough(this, BAR_BELOW, true);
  readonly #waiting = new SliceController(this, selectSessions, () => this.#waitingIds);
  readonly #limit = new SliceController(this, () => selectLimitNotice);
  /** What elements in the workspace have to say, by who says it. */
  readonly #said = new Map<Element, readonly Notice[]>();
  #line: NoticeLine | undefined;
  #announcing: Promise<Announcer | undefined> | undefined;
  #effects: Subscription | undefined;
  #effectsOf: SessionStore | undefined;

  constructor() {
    super();
    new ContextProvider(this, {
      context: noticePlaceContext,
      initialValue: {
        show: (owner, notices) => {
          if (notices.length === 0 && !this.#said.has(owner)) return;
          if (notices.length > 0) this.#said.set(owner, notices);
          else this.#said.delete(owner);
          // It may be said while this is being rendered.
          queueMicrotask(() => {
            this.requestUpdate();
          });
        },
      },
    });
    new OwnAgent(this, () => {
      this.#pool = new PanePool();
      this.#worked.clear();
      this.#waitingIds = [];
      this.#say('');
      this.#hush();
    });
    keepFocus(this, () => () => this.#shownPane);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listenTo(undefined);
    this.#hush();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#listenTo(this.workspace?.store);
  }

  protected override render(): TemplateResult {
    const { workspace } = this;
    if (!workspace) return notConnected(this);
    const { strings } = workspace.localization;
    const { isConnected = false } = this.#workspaceSlice.value ?? {};
    const isBar = !this.#width.isWide;
    const bar = isBar ? 'bar' : '';
    const { workspace: words = workspaceWords } = strings;
    const missing = this.#later?.view(strings.common, words.head);
    // Who is signed out has the way in before there is anything to show, in the room that figures have later.
    if (!isConnected)
      return html`<div class="header first ${bar}">
          <div class="cells">
            ${this.#nested('connection-status', { className: 'live' })} ${this.#renderSaid(workspace)}
            <div class="tasks"></div>
          </div>
          ${missing}
        </div>
        ${emptyState(strings.common.loading)}`;
    return html`
      <div class="header ${bar}" part="header">
        <div class="cells">
          ${this.#nested('agent-presence', { className: 'who' })} ${this.#renderSaid(workspace)}
          ${this.#nested('task-capacity', { className: 'tasks', withoutWhy: true })}
          ${this.#nested('connection-status', { className: 'live' })}
          <div class="keys">
            ${this.#nested('session-shortcuts', { shortcuts: this.shortcuts, compact: isBar })}
            ${this.#nested('notification-settings', { asButton: true })}
          </div>
        </div>
        ${missing}
      </div>
      <div class="body ${bar}">
        ${this.#nested('session-panel', { mode: isBar ? 'bar' : 'list' })}
        ${this.#renderPanes(workspace)}
      </div>
      <div class="spoken" translate="no" role="status"></div>
    `;
  }

  /** What shows a session is on its way while the gateway connects. */
  protected override firstUpdated(): void {
    // What tells screen readers what happens; what happens before it is there waits for it.
    this.#announcing = import('./announcer.js').then(
      ({ Announcer }) =>
        new Announcer((sentence) => {
          this.#say(sentence);
        }),
      () => undefined,
    );
    const prefix = this.localName.slice(0, -'my-sessions'.length);
    this.#later = new Loading(
      LATER.map((tag) => prefix + tag),
      () => {
        this.requestUpdate();
      },
    );
    this.addController(this.#later);
  }

  protected override updated(): void {
    // Focus in a pane that is put away would be lost to the page.
    if (this.shadowRoot?.activeElement?.closest('[inert]')) this.#shownPane?.focus();
  }

  get #shownPane(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.pane:not([inert])');
  }

  #renderPanes({ store, localization: { strings } }: WorkspaceHandle): TemplateResult {
    const { workspace: words = workspaceWords } = strings;
    const selected = this.#selected.value;
    const panes = this.#pool.keep(selected, {
      isKnown: (id) => store.read(selectSession(id)) !== undefined,
      isBegun: (id) => this.#worked.has(id) || store.read(selectIsDrafting(id)),
    });
    return html`<div class="panes">
      <div class="pane home" tabindex="-1" .inert=${selected !== undefined}>
        <slot name="home"
          >${
            this.#isAnywhere.value && selected === undefined && !this.querySelector('[slot="home"]')
              ? nestedLater(strings, this, 'my-sessions', 'work-items', {})
              : emptyState(words.nothingSelected)
          }</slot
        >
      </div>
      ${each(
        panes,
        (id) => id,
        (id) =>
          html`<div class="pane" tabindex="-1" .inert=${id !== selected}>
            ${nestedLater(strings, this, 'my-sessions', 'session-pane', { sessionId: id })}
          </div>`,
      )}
    </div>`;
  }

  #renderSaid(workspace: WorkspaceHandle): unknown {
    const waiting = (this.#waiting.value ?? []).filter(
      ({ id, state }) => isInConversation(state) && id !== this.#selected.value && this.#waitingIds.includes(id),
    );
    if (waiting.length < this.#waitingIds.length) this.#waitingIds = waiting.map(({ id }) => id);
    const problems = this.#workspaceSlice.value?.configurationProblems ?? [];
    const said = [...this.#said];
    const limit = this.#limit.value;
    // Ahead of the need, because it is needed when the network is gone; not before the first picture.
    const Line = this.hasUpdated ? latePart(loadNotices, this) : undefined;
    if (Line)
      this.#line ??= new Line(this, () => {
        this.requestUpdate();
      });
    return this.#line?.render({ said, problems, waiting, limit }, workspace, this.#stay);
  }

  readonly #stay = (id: string): void => {
    this.#waitingIds = this.#waitingIds.filter((other) => other !== id);
    this.requestUpdate();
  };

  #nested(tag: string, properties: Readonly<Record<string, unknown>>): unknown {
    return nested(this, 'my-sessions', tag, properties);
  }

  #listenTo(store: SessionStore | undefined): void {
    if (store === this.#effectsOf) return;
    this.#effects?.unsubscribe();
    this.#effectsOf = store;
    // Before the first of them is loaded.
    store?.keep('inPanes', '', true);
    this.#effects = store?.effects$.subscribe((effect) => {
      this.#onEffect(effect);
    });
  }

  /** Only a service that opens something has the page load what opens it. */
  #openContext(effect: WorkspaceEffect): void {
    const { workspace } = this;
    const service = workspace?.store.read(selectServiceOf(effect.session.id));
    if (!workspace || !service?.extensions.contextOnAccept[0]) return;
    import('../../effects/context-opener.js').then(({ openOnAccept }) => {
      openOnAccept(workspace, this, effect);
    }, workspace.store.logger.warn);
  }

  #onEffect(effect: WorkspaceEffect): void {
    const { type, session } = effect;
    const { workspace } = this;
    if (workspace) void this.#announcing?.then((announcer) => announcer?.hear(effect, workspace));
    if (type !== 'session-started') return;
    this.#openContext(effect);
    // Not waiting any more once the provider, unless the agent is typing, has turned to it.
    this.#waitingIds = [...this.#waitingIds.filter((id) => id !== session.id), session.id];
    this.requestUpdate();
  }

  #hush(): void {
    void this.#announcing?.then((announcer) => announcer?.forget());
  }

  /** Renders nothing anew. The same sentence twice must change the live region, or it is spoken once. */
  #say(sentence: string): void {
    const region = this.shadowRoot?.querySelector('div.spoken');
    if (region)
      region.textContent = sentence !== '' && region.textContent === sentence ? `${sentence}\u00A0` : sentence;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'my-sessions': MySessions;
  }
}
