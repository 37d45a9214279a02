import { ContextProvider } from '@lit/context';
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { look } from '../../context/acts/look.js';
import type { RecordOutcome } from '../../context/acts/records.js';
import { loadAgain } from '../../context/load-again.js';
import { consoleLogger, createBrowserClock } from '../../context/browser-ports.js';
import { newId } from '../../device/new-id.js';
import { takenRoot } from '../../context/taken-root.js';
import { createTicker } from '../../context/ticker.js';
import { workspaceContext } from '../../context/workspace-handle.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { HOME } from '../../core/model/selection.js';
import type { RecordToOpen } from '../../core/model/record.js';
import type { WayToLeave } from '../../core/rules/leaving.js';
import type { Gateway } from '../../core/ports/gateway.js';
import { selectSelectedId } from '../../core/selectors/select-selection.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { beginLater } from '../../core/store/begin-later.js';
import { beginStore } from '../../core/store/begin-store.js';
import type { SessionStore } from '../../core/store/session-store.js';
import { languageOf } from '../../localize/language-of.js';
import { createLocalization } from '../../localize/localization.js';
import type { Localization } from '../../localize/localization.js';
import { styles } from './session-provider.styles.js';

/**
 * Gives everything inside it one agent's workspace: connects a gateway, or takes a store of the host's. Shows nothing
 * itself. Moving it in the document keeps the workspace; removing it ends the store it made, never one it was given.
 *
 * @tag session-provider
 * @summary Connects the elements inside it to one agent's sessions.
 * @attr {string} notifications - By which ways its agent may be told of offers and messages: `sound desktop` by default,
 *   `title` for that of the page, too; `off` where the host tells them itself.
 * @slot - Any page content with elements of this kit anywhere in it.
 */
export class SessionProvider extends LitElement {
  static override styles = styles;

  /** The gateway to the contact centre. A new one begins a new workspace. */
  @property({ attribute: false }) gateway: Gateway | undefined;

  /** A store of the host's own, in place of a gateway; read, it is also the one that was made for a gateway (`updateComplete`). */
  @property({ attribute: false })
  get store(): SessionStore | undefined {
    return this.#given ?? this.#own?.store;
  }

  set store(store: SessionStore | undefined) {
    // What was read here and is put back makes no store the host's.
    if (!store || store !== this.#own?.store) this.#given = store;
  }

  /**
   * Words and formats. Without them, those of the provider's language, or the page's (`lang`), also when that changes; in a
   * language that the kit does not speak, English words in its formats. Words of a host's own: see `followLanguage`.
   */
  @property({ attribute: false }) localization: Localization | undefined;

  /** Leaves it to the host which session is looked at. Otherwise the workspace turns to every session that starts. */
  @property({ type: Boolean, attribute: 'manual-switch' }) manualSwitch = false;

  /**
   * How many hours what the agent writes and does not send is kept on the device, after it was written last; 0 keeps none.
   * Read when a gateway comes. A store of the host's own says so itself.
   */
  @property({ type: Number, attribute: 'draft-hours' }) draftHours = 24;

  #given: SessionStore | undefined;
  readonly #provider = new ContextProvider(this, { context: workspaceContext, initialValue: undefined });
  #own: { readonly gateway: Gateway; readonly store: SessionStore } | undefined;
  #spoken: Localization | undefined;
  #attending: Promise<unknown> | undefined;
  #unattend: (() => void) | undefined;

  /** What was thrown when its gateway, or the store of it, could not be opened; undefined while that has not happened. To be read. */
  failure: unknown;

  /**
   * The session or offer that is looked at; undefined is Home. Set, it turns there as an agent does (`session-select`),
   * or leaves it when somebody says no. Before there is a store, and for a session it does not know, nothing happens.
   */
  // Listed, it is set as it should be when it was set before the element was defined.
  @property({ attribute: false, noAccessor: true })
  get selectedId(): string | undefined {
    return this.store?.read(selectSelectedId);
  }

  set selectedId(sessionId: string | undefined) {
    const workspace = this.#provider.value;
    if (workspace && (sessionId === undefined || workspace.store.read(selectSession(sessionId))))
      look(workspace, this, sessionId ?? HOME);
  }

  /**
   * Leaves a session in a way that its buttons would offer now; the agent is not asked, and what is unfinished in it is as
   * that way leaves it. The act's events are those of an agent's: a listener of the host's own may still say no.
   *
   * @returns whether it came to that: false where there is no such way now, somebody said no, or the backend refused
   */
  async closeSession(sessionId: string, way: WayToLeave): Promise<boolean> {
    const { leave } = await import('../../context/acts/leave.js');
    const workspace = this.#provider.value;
    return workspace ? leave(workspace, this, sessionId, way) : false;
  }

  /**
   * Opens a record, such as a contact or a case, as a session without a conversation; one that is open is turned to. The
   * act's events are those of an agent's.
   *
   * @param isInBackground whether the agent stays where he is
   * @returns what came of it: `opened`, `open` before, or why not (`limit`, `prevented`, `not-connected`)
   */
  async openRecord(record: RecordToOpen, isInBackground = false): Promise<RecordOutcome> {
    const { openRecord } = await import('../../context/acts/records.js');
    const workspace = this.#provider.value;
    return workspace ? openRecord(workspace, this, record, isInBackground) : 'not-connected';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && !this.#provider.value) this.requestUpdate('gateway');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A provider that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return takenRoot(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gateway') || changed.has('store') || changed.has('localization')) this.#open();
    else if (changed.has('manualSwitch')) this.#attend();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  /** Complete when the workspace looks where its agent should. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#attending?.catch(() => undefined);
    return isComplete;
  }

  #open(): void {
    const before = this.#own;
    this.failure = undefined;
    try {
      this.#provider.setValue(this.#workspace());
      this.#attend();
    } catch (error) {
      this.#fail(error);
      throw error;
    } finally {
      // Only now: the elements have already turned to the new store and let go of this one.
      if (before !== this.#own) before?.store.dispose();
    }
  }

  #workspace(): WorkspaceHandle | undefined {
    const { gateway, localization } = this;
    const given = this.#given;
    if (given || !gateway) this.#own = undefined;
    else if (gateway !== this.#own?.gateway)
      this.#own = {
        gateway,
        store: openStore(gateway, this.draftHours, (error) => {
          if (gateway === this.#own?.gateway) this.#fail(error);
        }),
      };
    const store = given ?? this.#own?.store;
    if (!store) return undefined;
    const known = localization ?? this.#spoken;
    const usual = known ?? createLocalization(languageOf(this));
    return {
      store,
      provider: this,
      ticker: createTicker(store.clock),
      speakers: new Map(),
      localization: usual,
      words:
        (known ?? usual.locale.startsWith('en'))
          ? undefined
          : import('../../effects/attend.js').then(
              ({ words }) => words(this),
              () => undefined,
            ),
    };
  }

  #attend(): void {
    this.#unattend?.();
    this.#unattend = undefined;
    const workspace = this.#provider.value;
    if (!workspace) return;
    const attending = (this.#attending = import('../../effects/attend.js'));
    this.#unattend = beginLater(
      attending,
      ({ attend }) =>
        attend(workspace, this, (spoken) => {
          this.#spoken = spoken;
          this.#open();
        }),
      (error) => {
        consoleLogger.error('The workspace does nothing by itself.', error);
      },
    );
  }

  /** What it showed before may be another agent's. */
  #fail(error: unknown): void {
    this.failure = error;
    this.#close();
  }

  #close(): void {
    // Said again where it was so already: what stands inside says why, which may have changed.
    this.#provider.setValue(undefined, true);
    this.#attend();
    this.#own?.store.dispose();
    this.#own = undefined;
  }
}

const openStore = (gateway: Gateway, hours: number, failed: (error: unknown) => void): SessionStore =>
  beginStore(
    {
      gateway,
      clock: gateway.clock ?? createBrowserClock(),
      logger: consoleLogger,
      newId,
      drafts: import('../../device/draft-storage.js').then((device) => device.createDraftStorage({ gateway, hours })),
    },
    {
      transcripts: loadAgain(async () => (await import('../../core/state/transcript-step.js')).transcriptStep),
      reading: gateway.isRead
        ? undefined
        : loadAgain(async () => (await import('../../core/reading/reading-receiver.js')).readingReceiver),
      failed,
    },
  );

declare global {
  interface HTMLElementTagNameMap {
    'session-provider': SessionProvider;
  }
}
