/**
 * The least that a page of this kind starts with: Lit, a context, a store of RxJS and a list of three sessions under a
 * figure, each written the short way. Its libraries are those of the kit.
 */
import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { BehaviorSubject, distinctUntilChanged, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { WORK } from './work-to-start-with.js';

interface Work {
  readonly name: string;
  readonly service: string;
  readonly state: string;
}

/** Wide of any page: what shows the work finds it here. */
const workContext = createContext<Observable<readonly Work[]>>(Symbol('work'));

class ShortList extends LitElement {
  static override styles = css`
    :host {
      display: block;
      inline-size: 320px;
      font: 14px/20px sans-serif;
    }

    h2 {
      margin: 0;
      padding: 8px 12px;
      font-size: inherit;
    }

    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding: 6px 12px;
      border-block-end: 1px solid #ccc;
    }
  `;

  #work: readonly Work[] = [];
  #subscription: Subscription | undefined;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: workContext,
      subscribe: true,
      callback: (work) => {
        this.#subscription?.unsubscribe();
        this.#subscription = work.subscribe((own) => {
          this.#work = own;
          this.requestUpdate();
        });
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#subscription?.unsubscribe();
  }

  protected override render(): TemplateResult {
    return html`<h2>${this.#work.length} sessions</h2>
      <ul>
        ${this.#work.map(({ name, service, state }) => html`<li><b>${name}</b><br />${service}, ${state}</li>`)}
      </ul>`;
  }
}

class ShortWorkspace extends LitElement {
  readonly #state = new BehaviorSubject<{ readonly work: readonly Work[] }>({ work: [] });

  constructor() {
    super();
    const initialValue = this.#state.pipe(
      map(({ work }) => work),
      distinctUntilChanged(),
    );
    new ContextProvider(this, { context: workContext, initialValue });
    this.#state.next({ work: WORK });
  }

  protected override render(): TemplateResult {
    return html`<short-list></short-list>`;
  }
}

export function start(): void {
  customElements.define('short-list', ShortList);
  customElements.define('start-page', ShortWorkspace);
}
