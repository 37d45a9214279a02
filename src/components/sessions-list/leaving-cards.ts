import { nothing, render } from 'lit';
import type { LitElement } from 'lit';
import { Notices } from '../../context/notices.js';
import { X } from '../../icons/drawings.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectWaysToLeave } from '../../core/selectors/select-leaving.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { pictureOf } from '../../icons/icon.js';
import { sessionLeave } from '../../localize/en/session-leave.js';
import { titleOf } from '../../localize/words.js';
import { loadElement } from '../../registration/define-element.js';
import { failureNotice } from '../../views/failed-commands.js';
import type { SessionLeave } from '../session-leave/session-leave.js';
import { styles } from './leaving-cards.styles.js';

/** What asks: by its own name, since that depends on the prefix of the list. */
type Question = HTMLElement & Pick<SessionLeave, 'withoutButton' | 'sessionId' | 'updateComplete' | 'ask'>;

/** What of a list leads to the question: an X on each card that there is a way out of, and Delete on the card. */
export class LeavingCards {
  readonly #host: LitElement & WorkspaceHost;
  readonly #notices: Notices;
  #question: Question | undefined;
  #said: HTMLElement | undefined;

  constructor(host: LitElement & WorkspaceHost) {
    this.#host = host;
    this.#notices = new Notices(host);
    const { shadowRoot } = host;
    if (styles.styleSheet) shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
    shadowRoot?.addEventListener('keydown', (event) => {
      this.#onKey(event as KeyboardEvent);
    });
  }

  /** The X of a session, `before` where that is there; lines of history have none. */
  button(
    session: Session,
    { store, localization: { strings } }: WorkspaceHandle,
    before: HTMLElement | undefined,
  ): HTMLElement | undefined {
    const { id, state } = session;
    if (state === 'ended' || store.read(selectWaysToLeave(id)).length === 0) return undefined;
    const { leave } = strings['session-leave'] ?? sessionLeave;
    const button = before ?? this.#newButton(id);
    const name = `${leave}: ${titleOf(session, strings)}`;
    if (button.ariaLabel !== name) button.ariaLabel = name;
    if (button.title !== leave) button.title = leave;
    return button;
  }

  /** By hand, as the card beside it. */
  #newButton(id: string): HTMLElement {
    const button = this.#host.ownerDocument.createElement('button');
    button.type = 'button';
    button.className = 'plain leave';
    button.tabIndex = -1;
    button.ariaHasPopup = 'dialog';
    button.append(pictureOf(X));
    button.addEventListener('click', () => void this.#ask(id));
    return button;
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
      this.#say(sessionId);
      return;
    }
    this.#question ??= renderRoot.appendChild(ownerDocument.createElement(tag) as Question);
    this.#question.withoutButton = true;
    this.#question.sessionId = sessionId;
    await this.#question.updateComplete;
    this.#say((await this.#question.ask()) ? undefined : sessionId);
  }

  /** Whose question does not come, where such things are said, or at the end of a list that stands alone. */
  #say(sessionId: string | undefined): void {
    const { workspace, ownerDocument, renderRoot } = this.#host;
    const session = sessionId === undefined ? undefined : workspace?.store.read(selectSession(sessionId));
    if (!workspace || (!session && !this.#said)) return;
    const { strings } = workspace.localization;
    const content = session
      ? failureNotice(
          titleOf(session, strings),
          strings.common.failed,
          strings,
          () => void this.#ask(session.id),
          () => {
            this.#say(undefined);
          },
        )
      : nothing;
    this.#said ??= renderRoot.appendChild(ownerDocument.createElement('div'));
    render(this.#notices.say({ content }), this.#said);
  }
}
