import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ChevronRight } from 'lucide';
import { look } from '../../context/acts/look.js';
import type { Notice } from '../../context/notices.js';
import type { WorkspaceHandle } from '../../context/workspace-handle.js';
import type { ConfigurationProblem } from '../../core/configuration/parse-configuration.js';
import type { Session } from '../../core/model/session.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { icon } from '../../icons/icon.js';
import { workspaceWords } from '../../localize/en/my-sessions.js';
import { titleOf } from '../../localize/words.js';

/** All that a workspace has to say. */
export interface Sayings {
  /** What elements of it say. */
  readonly said: readonly (readonly [owner: Element, notices: readonly Notice[]])[];
  readonly problems: readonly ConfigurationProblem[];
  /** Sessions that have started while the agent was busy. */
  readonly waiting: readonly Session[];
}

/** A notice by what stays the same as long as it is the same. */
interface Keyed extends Notice {
  readonly key: unknown;
  /** It can wait for those that cannot. */
  readonly isCalm: boolean;
}

/** What is said at the foot of a workspace: one notice at a time, how many there are, and the way to the next. */
export class NoticeFoot {
  readonly #from: HTMLElement;
  readonly #update: () => void;
  #shown: unknown;

  constructor(from: HTMLElement, update: () => void) {
    this.#from = from;
    this.#update = update;
  }

  /** @param stay the agent does not want to turn to a session */
  render(sayings: Sayings, workspace: WorkspaceHandle, stay: (id: string) => void): unknown {
    const { workspace: words = workspaceWords } = workspace.localization.strings;
    const all = this.#noticesOf(sayings, workspace, words, stay);
    const news = all.filter(({ isState }) => !isState);
    const current = news.find(({ key }) => key === this.#shown);
    // What the pointer is on stays until it is done with.
    const isPointed = Boolean(this.#from.shadowRoot?.querySelector('.foot:hover'));
    const isStaying = current && (isPointed || !current.isCalm);
    const notice = isStaying ? current : (news.find(({ isCalm }) => !isCalm) ?? current ?? news[0]);
    this.#shown = notice?.key;
    if (!notice) return all.map(({ content }) => content);
    const at = news.indexOf(notice);
    return html`${keyed(notice.key, renderNotice(notice))}
    ${news.length > 1 ? this.#renderNext(news, at, words) : nothing}`;
  }

  #renderNext(news: readonly Keyed[], at: number, words: typeof workspaceWords): TemplateResult {
    return html`<span class="quiet figures" translate="no">${words.noticeOf(at + 1, news.length)}</span>
      <button
        type="button"
        class="plain next"
        aria-label=${words.nextNotice}
        title=${words.nextNotice}
        @click=${() => {
          this.#shown = news[(at + 1) % news.length]?.key;
          this.#update();
        }}
      >
        ${icon(ChevronRight)}
      </button>`;
  }

  #noticesOf(
    { said, problems, waiting }: Sayings,
    workspace: WorkspaceHandle,
    words: typeof workspaceWords,
    stay: (id: string) => void,
  ): readonly Keyed[] {
    return [
      ...said.flatMap(([owner, notices]) =>
        notices.map((notice, at) => ({
          ...notice,
          key: at === 0 ? owner : `${owner.localName} ${String(at)}`,
          isCalm: false,
        })),
      ),
      ...problems.map(({ path, expected, found }) => ({
        key: `problem ${path}`,
        isCalm: false,
        content: html`<div class="notice" role="alert">
          <span>${words.configurationProblems} ${displayableText(words.problem(path, expected, found), 500)}</span>
        </div>`,
      })),
      ...waiting.map((session) => ({
        key: session.id,
        isCalm: true,
        content: this.#renderStarted(session, workspace, words, stay),
      })),
    ];
  }

  #renderStarted(
    session: Session,
    workspace: WorkspaceHandle,
    { started, switchTo, stay: stayWord }: typeof workspaceWords,
    stay: (id: string) => void,
  ): TemplateResult {
    const { id } = session;
    return html`<div class="notice calm">
      <span id="started">${started(titleOf(session, workspace.localization.strings))}</span>
      <button
        type="button"
        class="primary"
        data-verb="switch"
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

const renderNotice = ({ about, content }: Keyed): TemplateResult =>
  html`${about === undefined ? nothing : html`<strong><bdi translate="no">${displayableText(about, 100)}</bdi></strong>`}${content}`;
