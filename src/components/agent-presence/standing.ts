import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { Subscription } from 'rxjs';
import { perform } from '../../context/acts/acts.js';
import { look } from '../../context/acts/look.js';
import { signIn } from '../../context/acts/sign-in.js';
import { OwnAgent } from '../../context/own-agent.js';
import { remaining } from '../../context/duration-directive.js';
import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import { tellingIn, whyIn, whyOf } from '../../context/why.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import { keepFocus } from '../../controllers/focus-keeper.js';
import type { UserPresence } from '../../core/model/presence.js';
import { selectPresences } from '../../core/selectors/select-presences.js';
import type { PresenceAt } from '../../core/selectors/select-presences.js';
import type { OwnNoWork } from '../../core/selectors/select-no-work.js';
import type { TrackedCommand } from '../../core/state/command-reducer.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { Info } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import { connectionWords } from '../../localize/en/connection-status.js';
import { presenceWords } from '../../localize/en/agent-presence.js';
import { noWorkWords } from '../../localize/en/no-work.js';
import { isMade, offerNews, presenceSentence } from '../../localize/no-work-sentence.js';
import { wordFor } from '../../localize/words.js';
import { styles } from './standing.styles.js';

/** How long, in ms, it is said what became of an offer: long enough to look up from a call and read it. */
const NEWS_MS = 20_000;

type Words = typeof noWorkWords;

/** What the system made of the agent's presence, why no work comes, with the way out, and what became of the last offer. */
export class Standing implements ReactiveController {
  readonly #host: LitElement & WorkspaceHost;
  readonly #noWork: SliceController<OwnNoWork | undefined>;
  readonly #presences: SliceController<readonly PresenceAt[]>;
  #isStyled = false;
  #effectsOf: WorkspaceHandle | undefined;
  #effects: Subscription | undefined;
  #news: { readonly said: string; readonly until: number } | undefined;
  #ticking: Subscription | undefined;
  /** Where there is no room for all that is said, whether it is shown over what stands below. */
  #isOpen = false;

  constructor(host: LitElement & WorkspaceHost) {
    this.#host = host;
    this.#noWork = new SliceController(host, () => whyOf);
    this.#presences = new SliceController(host, () => selectPresences);
    host.addController(this);
    new OwnAgent(host, () => {
      this.forget();
    });
    // It lies over what the next key may go to.
    host.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget !== null && this.#isOpen) this.#open(false);
    });
    keepFocus(host, () => () => host.renderRoot.querySelector('select'));
  }

  hostUpdate(): void {
    const { workspace, renderRoot } = this.#host;
    if (!this.#isStyled) {
      // Beside all that stand there, also what the element has met a page's reset with.
      if (styles.styleSheet) (renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet);
      this.#isStyled = true;
    }
    if (workspace === this.#effectsOf) return;
    this.forget();
    this.#effects?.unsubscribe();
    this.#effectsOf = workspace;
    this.#effects = workspace?.store.effects$.subscribe(({ type, session }) => {
      const isOver = type === 'session-ended' && session.times.accepted === undefined;
      if (!isOver && type !== 'session-started' && type !== 'offer-returned') return;
      const said = offerNews(session, tellingIn(workspace));
      if (said !== undefined) this.#tell(said, workspace);
    });
  }

  hostDisconnected(): void {
    this.forget();
    this.#effects?.unsubscribe();
    this.#effects = undefined;
    this.#effectsOf = undefined;
  }

  /** What became of offers belongs to the agent to whom they were made. */
  forget(): void {
    this.#isOpen = false;
    this.#endNews();
  }

  #endNews(): void {
    this.#news = undefined;
    this.#ticking?.unsubscribe();
    this.#ticking = undefined;
  }

  /** It stays a little, by the clock that everything else on screen goes by. */
  #tell(said: string, { store, ticker }: WorkspaceHandle): void {
    const isSame = said === this.#news?.said;
    // The same sentence twice must change the live region, or it is spoken once.
    this.#news = { said: isSame ? `${said}\u00A0` : said, until: store.clock.now() + NEWS_MS };
    this.#host.requestUpdate();
    this.#ticking ??= ticker.subscribe((now) => {
      if (now < (this.#news?.until ?? 0)) return;
      this.#endNews();
      this.#host.requestUpdate();
    });
  }

  /** @param commands what the agent has asked for: while something is on its way, nothing else is asked */
  render(
    workspace: WorkspaceHandle,
    userId: string,
    presence: UserPresence | undefined,
    commands: readonly TrackedCommand[] = [],
  ): TemplateResult {
    const isPending = commands.some(({ status }) => status === 'pending');
    const { strings } = workspace.localization;
    const { noWork: words = noWorkWords } = strings;
    const noWork = this.#noWork.value;
    const made = presence && isMade(presence) ? presence : undefined;
    const chosen = presence?.chosen;
    const presences = this.#presences.value ?? [];
    const sentences = [
      noWork && whyIn(workspace, noWork),
      // What stands first is what has to be dealt with first.
      made && !noWork?.presence && presenceSentence(made, tellingIn(workspace)),
      chosen !== undefined &&
        chosen !== presence?.presence &&
        words.chose(wordFor(strings.presence ?? presenceWords, chosen)),
      presence?.next !== undefined &&
        presences.length === 0 &&
        words.next(nextIn(presence, strings.presence ?? presenceWords)),
      ...apartIn(presences, workspace),
    ].filter((sentence) => typeof sentence === 'string');
    const said = sentences.join(' ');
    const isSaid = said !== '';
    const until = made?.until;
    if (!isSaid) this.#isOpen = false;
    return html`
      <span class="place">
        ${
          isSaid
            ? html`<button
                type="button"
                class="plain tell"
                aria-expanded=${this.#isOpen ? 'true' : 'false'}
                aria-controls="why"
                title=${said}
                @click=${this.#onTell}
                @keydown=${this.#onKey}
              >
                ${icon(Info)}<span class="spoken">${words.whyTitle}</span>
                <span class="short sentence" translate="no"
                  >${
                    until === undefined
                      ? nothing
                      : html`<bdi class="figures" translate="no">${remaining(workspace, userId, until)} ${words.left}</bdi> · `
                  }${said}</span
                >
              </button>`
            : nothing
        }
      </span>
      ${
        isSaid
          ? html`<div id="why" class=${this.#isOpen ? 'why open' : 'why'} @keydown=${this.#onKey}>
              <p class="said" title=${said}>
                <span class="sentence">${said}</span>
                ${
                  until === undefined
                    ? nothing
                    : html`<bdi class="quiet figures" translate="no">${remaining(workspace, userId, until)} ${words.left}</bdi>`
                }
              </p>
              ${noWork ? this.#wayOut(noWork, workspace, words, isPending) : nothing}
            </div>`
          : nothing
      }
      <p class="news quiet" role="status" title=${ifDefined(this.#news?.said)}>${this.#news?.said}</p>
    `;
  }

  readonly #onTell = (): void => {
    this.#open(!this.#isOpen);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    // A dialog of the host's around it stays open.
    event.preventDefault();
    event.stopPropagation();
    this.#open(false);
    this.#host.renderRoot.querySelector<HTMLElement>('.tell')?.focus();
  };

  #open(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  #wayOut({ reason, presence, sessionId }: OwnNoWork, workspace: WorkspaceHandle, words: Words, isPending: boolean) {
    const host = this.#host;
    if (presence)
      return way(words.back, isPending, () => {
        void perform(workspace, host, { type: 'presence.change', presence: 'available' });
      });
    if (reason === 'signed-out' || reason === 'not-an-agent')
      return way(words.signIn, false, () => {
        signIn(workspace, host);
      });
    if (sessionId === undefined) return nothing;
    return way(reason === 'session' ? words.toSession : words.toWork, false, () => {
      this.#open(false);
      look(workspace, host, sessionId);
    });
  }
}

/** What the agent is at each of several contact centres, where that is not the same at all of them, and what comes next there. */
function apartIn(presences: readonly PresenceAt[], { localization: { strings } }: WorkspaceHandle): readonly string[] {
  const { presence: names = presenceWords, noWork: words = noWorkWords, connection = connectionWords } = strings;
  const all = presences.map(({ source: name, presence: { presence, reason } }) => {
    const word = wordFor(names, presence);
    return { name, word: reason ? `${word} (${displayableText(reason, 200)})` : word };
  });
  // What a centre calls being there for everybody is no difference.
  const told = presences.map(({ presence: { presence } }, at) => (presence === 'available' ? presence : all[at]?.word));
  const isApart = told.some((one) => one !== told[0]);
  const next = presences.flatMap(({ source: name, presence }) =>
    presence.next === undefined ? [] : [connection.of(name, words.next(nextIn(presence, names)))],
  );
  return [...(isApart ? [all.map(({ name, word }) => connection.of(name, word)).join(', ')] : []), ...next];
}

/** Whoever set it calls it something, or it is one of ours. */
const nextIn = ({ next = '', nextReason }: UserPresence, words: typeof presenceWords): string =>
  nextReason ? `${wordFor(words, next)} (${displayableText(nextReason, 200)})` : wordFor(words, next);

const way = (name: string, isPending: boolean, go: () => void): TemplateResult =>
  html`<button
    type="button"
    class="way"
    aria-disabled=${isPending ? 'true' : 'false'}
    @click=${() => {
      if (!isPending) go();
    }}
  >
    ${name}
  </button>`;
