import { html, nothing } from 'lit';
import type { LitElement, TemplateResult } from 'lit';
import { X } from '../../icons/drawings.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { slice } from '../../context/slice-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectWaysToLeave } from '../../core/selectors/select-leaving.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { icon } from '../../icons/icon.js';
import { sessionLeave } from '../../localize/en/session-leave.js';
import { titleOf } from '../../localize/words.js';
import { loadElement } from '../../registration/define-element.js';
import type { SessionLeave } from '../session-leave/session-leave.js';
import { styles } from './leaving-cards.styles.js';

/** What asks: by its own name, since that depends on the prefix of the list. */
type Question = HTMLElement & Pick<SessionLeave, 'withoutButton' | 'sessionId' | 'updateComplete' | 'ask'>;

/** What of a list leads to the question: an X on each card that there is a way out of, and Delete on the card. */
export class LeavingCards {
  readonly #host: LitElement & WorkspaceHost;
  #question: Question | undefined;
  #view: ((session: Session | undefined) => unknown) | undefined;
  #viewOf: WorkspaceHandle | undefined;

  constructor(host: LitElement & WorkspaceHost) {
    this.#host = host;
    const { shadowRoot } = host;
    if (styles.styleSheet) shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
    shadowRoot?.addEventListener('keydown', (event) => {
      this.#onKey(event as KeyboardEvent);
    });
  }

  /** The X of a session; lines of history are not listened to for it. */
  button(id: string, workspace: WorkspaceHandle): unknown {
    const { store, localization } = workspace;
    if ((store.read(selectSession(id))?.state ?? 'ended') === 'ended') return nothing;
    if (this.#viewOf !== workspace) {
      this.#viewOf = workspace;
      const { strings } = localization;
      const { leave } = strings['session-leave'] ?? sessionLeave;
      this.#view = (session) =>
        session && store.read(selectWaysToLeave(session.id)).length > 0
          ? this.#renderButton(session.id, leave, titleOf(session, strings))
          : nothing;
    }
    return this.#view && slice(store, id, selectSession, this.#view);
  }

  #renderButton(id: string, leave: string, title: string): TemplateResult {
    return html`<button type="button" class="plain leave" tabindex="-1" aria-haspopup="dialog" aria-label="${leave}: ${title}" title=${leave} @click=${() => void this.#ask(id)}>${icon(X)}</button>`;
  }

  /** Delete as on other keyboards; Apple's key of that name is Backspace. */
  #onKey(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey || (key !== 'Delete' && key !== 'Backspace')) return;
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    if (!row?.dataset.id || !row.querySelector('.leave')) return;
    event.preventDefault();
    if (!event.repeat) void this.#ask(row.dataset.id);
  }

  /** The question of the head of a session, without its button. It stays, for what may have to be said afterwards. */
  async #ask(sessionId: string): Promise<void> {
    const { localName, ownerDocument, renderRoot } = this.#host;
    const tag = `${localName.slice(0, -'sessions-list'.length)}session-leave`;
    try {
      await loadElement(tag);
    } catch (error) {
      this.#host.workspace?.store.logger.error('The question before a session is left could not be loaded.', error);
      return;
    }
    this.#question ??= renderRoot.appendChild(ownerDocument.createElement(tag) as Question);
    this.#question.withoutButton = true;
    this.#question.sessionId = sessionId;
    await this.#question.updateComplete;
    await this.#question.ask();
  }
}
