import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { notConnected } from '../../context/not-connected.js';
import { SliceController } from '../../context/slice-controller.js';
import { WorkspaceElement } from '../../context/workspace-element.js';
import { unreadMark } from '../../core/rules/unread.js';
import { selectWorkspace } from '../../core/selectors/select-workspace.js';
import { selectNews } from '../../core/selectors/select-news.js';
import type { News } from '../../core/selectors/select-news.js';
import { selectRoster } from '../../core/selectors/select-roster.js';
import { AppBadge } from '../../effects/app-badge.js';
import { putInTitle } from '../../effects/page-title.js';
import { sessionsBadge } from '../../localize/en/sessions-badge.js';
import { ground } from '../../styles/base.js';
import { styles } from './sessions-badge.styles.js';

/**
 * For an entry in the host's own menu: how much waits for the agent, offers and unread messages added up, and a red dot
 * while a parked chat has a new message. Shows nothing when nothing waits. In a sentence for screen readers, which it
 * adds to the name of a link or button around it.
 *
 * @tag sessions-badge
 * @summary How many offers and messages wait, and whether a parked chat has a new one.
 * @csspart count - The number, `+` from ten on.
 * @csspart dot - Shown while a parked chat has a new message.
 */
export class SessionsBadge extends WorkspaceElement {
  static override styles = [ground, styles];

  /** Whether the number stands before the title of the page, too. For one badge of a page. */
  @property({ type: Boolean, attribute: 'in-title' }) inTitle = false;

  /** Whether the icon of an installed page shows it, where the browser can. For one badge of a page. */
  @property({ type: Boolean, attribute: 'in-app' }) inApp = false;

  readonly #roster = new SliceController(this, () => selectRoster);
  readonly #news = new SliceController(this, selectNews, () => this.#roster.value);
  readonly #workspaceSlice = new SliceController(this, () => selectWorkspace);
  readonly #app = new AppBadge();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    putInTitle(this, undefined);
    this.#app.end();
  }

  protected override render(): unknown {
    // In a host's menu there is no room for a sentence: the console has it.
    if (!this.workspace) return void notConnected(this);
    const news = this.#news.value;
    const words = this.workspace.localization.strings['sessions-badge'] ?? sessionsBadge;
    if (!news || countOf(news) === 0) return nothing;
    const sentence = sentenceOf(news, words);
    return html`<span class="badge" title=${sentence}>
      <span class="spoken">${sentence}</span>
      <span class="count figures" part="count" translate="no" aria-hidden="true">${unreadMark(countOf(news))}</span>
      ${news.isPending ? html`<span class="dot" part="dot" aria-hidden="true"></span>` : nothing}
    </span>`;
  }

  protected override updated(): void {
    // Before the first facts nobody knows what waits: a number of the page before stands until then.
    if (this.isConnected && this.workspace && !this.#workspaceSlice.value?.isConnected) return;
    const count = this.#news.value && this.isConnected ? countOf(this.#news.value) : 0;
    putInTitle(this, this.inTitle && this.isConnected ? { count } : undefined);
    if (this.inApp && this.isConnected) this.#app.show(count);
    else this.#app.end();
  }
}

const countOf = ({ offers, unread }: News): number => offers + unread;

const sentenceOf = ({ offers, unread, isPending }: News, words: typeof sessionsBadge): string =>
  words.all([
    ...(offers > 0 ? [words.offers(offers)] : []),
    ...(unread > 0 ? [words.unread(unread)] : []),
    ...(isPending ? [words.pending] : []),
  ]);

declare global {
  interface HTMLElementTagNameMap {
    'sessions-badge': SessionsBadge;
  }
}
