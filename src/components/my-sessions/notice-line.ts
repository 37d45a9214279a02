import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { look } from '../../context/acts/look.js';
import { limitSentence } from '../../context/limit-sentence.js';
import type { Notice } from '../../context/notices.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { ConfigurationProblem } from '../../core/configuration/parse-configuration.js';
import type { Session } from '../../core/model/session.js';
import type { LimitNotice } from '../../core/selectors/select-limit-notice.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { ABOUT_NO_SESSION } from '../../core/state/begun.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { ChevronRight, X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { Drawing } from '../../icons/icon.js';
import type { Strings } from '../../localize/en.js';
import { workspaceLaterWords } from '../../localize/en/workspace-later.js';
import { titleOf } from '../../localize/words.js';
import { styles } from './notice-line.styles.js';

/** All that a workspace has to say. */
export interface Sayings {
  /** What elements of it say. */
  readonly said: readonly (readonly [owner: Element, notices: readonly Notice[]])[];
  readonly problems: readonly ConfigurationProblem[];
  /** Sessions that have started while the agent was busy. */
  readonly waiting: readonly Session[];
  /** A record was opened, or not, near the most sessions that may be open. */
  readonly limit: LimitNotice | undefined;
}

/** Of what stands in a configuration: enough for whoever mends it. */
const LONGEST_PROBLEM = 2000;

/** A notice by what stays the same as long as it is the same. */
interface Keyed extends Notice {
  readonly key: unknown;
  /** It can wait for those that cannot. */
  readonly isCalm: boolean;
}

/** `<session-shortcuts>`, once it is defined. */
interface Shortcuts extends HTMLElement {
  readonly keysFor?: (id: 'switch') => string | undefined;
}

/** What is said in the head of a workspace: one notice at a time, how many there are, and the way to the next. */
export class NoticeLine {
  readonly #from: HTMLElement;
  readonly #update: () => void;
  #shown: unknown;
  /** What the agent has put away, as long as it is said. */
  #away: ReadonlySet<string> = new Set();

  constructor(from: HTMLElement, update: () => void) {
    this.#from = from;
    this.#update = update;
    if (styles.styleSheet) from.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
  }

  /** By which keys the agent turns to it. */
  get #keys(): string | undefined {
    const tag = `${this.#from.localName.slice(0, -'my-sessions'.length)}session-shortcuts`;
    const shortcuts = this.#from.shadowRoot?.querySelector<Shortcuts>(tag);
    return shortcuts?.keysFor?.('switch');
  }

  /** @param stay the agent does not want to turn to a session */
  render(sayings: Sayings, workspace: WorkspaceHandle, stay: (id: string) => void): unknown {
    const { strings } = workspace.localization;
    const all = this.#noticesOf(sayings, workspace, stay);
    this.#away = new Set(all.flatMap(({ state = '' }) => (this.#away.has(state) ? [state] : [])));
    const news = all.filter(({ state = '' }) => !this.#away.has(state));
    const current = news.find(({ key }) => key === this.#shown);
    // What the pointer is on stays until it is done with.
    const isPointed = Boolean(this.#from.shadowRoot?.querySelector('.say:hover'));
    const isStaying = current && (isPointed || !current.isCalm);
    const notice = isStaying ? current : (news.find(({ isCalm }) => !isCalm) ?? current ?? news[0]);
    this.#shown = notice?.key;
    if (!notice) return nothing;
    const { about, content, state, key } = notice;
    return html`<div class="say">
      ${keyed(key, html`${about === undefined ? nothing : html`<strong><bdi translate="no">${displayableText(about, 100)}</bdi></strong>`}${content}`)}
      ${news.length > 1 ? this.#renderNext(news, news.indexOf(notice), strings) : nothing}
      ${
        state === undefined
          ? nothing
          : imageButton('away', X, strings.common.dismiss, () => {
              this.#away = new Set([...this.#away, state]);
              this.#update();
            })
      }
    </div>`;
  }

  #renderNext(news: readonly Keyed[], at: number, strings: Strings): TemplateResult {
    const { workspace: words = workspaceLaterWords } = strings;
    return html`<span class="quiet figures" translate="no">${words.noticeOf(at + 1, news.length)}</span>
      ${imageButton('next', ChevronRight, words.nextNotice, () => {
        this.#shown = news[(at + 1) % news.length]?.key;
        this.#update();
      })}`;
  }

  #noticesOf(
    { said, problems, waiting, limit }: Sayings,
    workspace: WorkspaceHandle,
    stay: (id: string) => void,
  ): readonly Keyed[] {
    const { workspace: words = workspaceLaterWords } = workspace.localization.strings;
    const isInForce = workspace.store.read(selectWorkspace).configuration !== undefined;
    const told = new Set<unknown>();
    return [
      ...said.flatMap(([owner, notices]) =>
        notices.flatMap((notice, at) => {
          const { same } = notice;
          if (same !== undefined && told.has(same)) return [];
          told.add(same);
          return [{ ...notice, key: at === 0 ? owner : `${owner.localName} ${String(at)}`, isCalm: false }];
        }),
      ),
      ...(limit ? [this.#limitOf(limit, workspace)] : []),
      ...problems.map(({ path, expected, found, hint }) => ({
        key: `problem ${path}`,
        state: `problem ${path}`,
        isCalm: false,
        content: html`<div class="notice" role="alert" tabindex="0">
          <span>${isInForce ? words.configurationProblems : words.noConfiguration} ${displayableText(words.problem(path, expected, found, hint), LONGEST_PROBLEM)}</span>
        </div>`,
      })),
      ...waiting.map((session) => ({
        key: session.id,
        isCalm: true,
        content: this.#renderStarted(session, workspace, words, stay),
      })),
    ];
  }

  /** As long as it is so, or until the agent has put it away. */
  #limitOf(notice: LimitNotice, { store, localization }: WorkspaceHandle): Keyed {
    const isCalm = notice.refused === undefined;
    return {
      key: 'limit',
      isCalm,
      content: html`<div class="notice ${isCalm ? 'calm' : ''}">
          <span role=${isCalm ? 'status' : 'alert'}>${limitSentence(notice, localization.strings)}</span>
          <button
            type="button"
            class="plain"
            @click=${() => {
              store.keep('limitNotice', ABOUT_NO_SESSION, undefined);
            }}
          >
            ${localization.strings.common.dismiss}
          </button>
        </div>`,
    };
  }

  #renderStarted(
    session: Session,
    workspace: WorkspaceHandle,
    { started, switchTo, stay: stayWord }: typeof workspaceLaterWords,
    stay: (id: string) => void,
  ): TemplateResult {
    const { id } = session;
    return html`<div class="notice calm">
      <span id="started">${started(titleOf(session, workspace.localization.strings))}</span>
      <button
        type="button"
        class="primary"
        data-verb="switch"
        aria-keyshortcuts=${this.#keys ?? nothing}
        aria-describedby="started"
        @click=${() => {
          look(workspace, this.#from, id);
        }}
      >
        ${switchTo}
      </button>
      <button
        type="button"
        class="plain"
        aria-describedby="started"
        @click=${() => {
          stay(id);
        }}
      >
        ${stayWord}
      </button>
    </div>`;
  }
}

const imageButton = (name: string, image: Drawing, label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="plain ${name}" aria-label=${label} title=${label} @click=${press}>${icon(image)}</button>`;
