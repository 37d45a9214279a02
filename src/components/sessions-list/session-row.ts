import { html, nothing, render } from 'lit';
import type { RootPart } from 'lit';
import type { Subscription } from 'rxjs';
import { stateTimeNow } from '../../context/duration-directive.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { Session } from '../../core/model/session.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { ownWrites } from '../../views/own-writes.js';
import { SessionCard } from '../../views/session-card.js';
import type { CardContent } from '../../views/session-card.js';

/** How the rows of a list look, and what they say; the same object as long as they would be the same. */
export interface RowView {
  readonly workspace: WorkspaceHandle;
  /** What a card says of a session; what counts and what was written last are the row's. */
  readonly about: (session: Session) => Omit<CardContent, 'time' | 'lastWords'>;
  /** Renders what the customer of a session wrote last; absent until it is loaded. */
  readonly lastWords: ((id: string) => unknown) | undefined;
  readonly onSelect: (id: string) => void;
  /** The way out of a session, in the place of the one that was there. */
  readonly leave: (session: Session, before: HTMLElement | undefined) => HTMLElement | undefined;
  /** Renders a session as a line; without it, it is a card. */
  readonly line?: (session: Session) => unknown;
}

/** The row of one session, which keeps itself up as long as it is in the list. */
export class SessionRow {
  readonly element = document.createElement('li');
  readonly #id: string;
  #view: RowView | undefined;
  #session: Session | undefined;
  #card: SessionCard | undefined;
  #line: RootPart | undefined;
  #leave: HTMLElement | undefined;
  #session$: Subscription | undefined;
  #ticks: Subscription | undefined;

  constructor(id: string) {
    this.#id = id;
    this.element.className = 'row';
    this.element.dataset.id = id;
  }

  /** Shows its session in this way from now on. */
  take(view: RowView): void {
    const before = this.#view;
    if (view === before) return;
    if (before && !view.line !== !before.line) this.#empty();
    this.#view = view;
    if (view.workspace.store === before?.workspace.store) {
      this.#show();
      return;
    }
    this.#session$?.unsubscribe();
    let isFirst = true;
    this.#session$ = view.workspace.store.select(selectSession(this.#id)).subscribe((session) => {
      this.#session = session;
      // At first the list writes.
      if (isFirst) this.#show();
      else
        ownWrites.write(this.element, () => {
          this.#show();
        });
    });
    isFirst = false;
  }

  /** Leaves the list, as it is, and lets go of what it listens to. */
  end(): void {
    this.element.remove();
    this.#session$?.unsubscribe();
    this.#stopTicking();
    this.#card?.end();
    this.#line?.setConnected(false);
  }

  #show(): void {
    const view = this.#view;
    const session = this.#session;
    if (!view || !session) {
      this.#empty();
      return;
    }
    if (view.line) {
      this.#leave = view.leave(session, this.#leave);
      this.#line = render(html`${view.line(session)}${this.#leave}`, this.element);
    } else this.#showCard(view, session);
  }

  #showCard(view: RowView, session: Session): void {
    const { workspace } = view;
    if (!this.#card) {
      this.#card = new SessionCard(() => this.#view?.onSelect(this.#id));
      this.element.append(this.#card.element);
    }
    const time = stateTimeNow(workspace, session);
    this.#card.show({
      ...view.about(session),
      time,
      lastWords: () => view.lastWords?.(session.id) ?? nothing,
    });
    const leave = view.leave(session, this.#leave);
    if (leave !== this.#leave) {
      if (this.#leave?.matches(':focus')) this.#card.element.focus();
      this.#leave?.remove();
      if (leave) this.element.append(leave);
    }
    this.#leave = leave;
    if (!time) this.#stopTicking();
    else
      this.#ticks ??= workspace.ticker.subscribe(() => {
        this.#tick();
      });
  }

  #tick(): void {
    const { workspace } = this.#view ?? {};
    const session = this.#session;
    if (workspace && session) ownWrites.write(this.element, () => this.#card?.tell(stateTimeNow(workspace, session)));
  }

  #stopTicking(): void {
    this.#ticks?.unsubscribe();
    this.#ticks = undefined;
  }

  #empty(): void {
    this.#stopTicking();
    this.#card?.end();
    this.#card?.element.remove();
    this.#card = undefined;
    if (this.#line) this.#line = render(nothing, this.element);
    this.#leave?.remove();
    this.#leave = undefined;
  }
}
