import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { Session } from '../../core/model/session.js';
import type { Tab } from '../../core/rules/tabs.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectSession } from '../../core/selectors/select-session.js';
import { selectIsWritten } from '../../core/selectors/select-tabs.js';
import type { Selector } from '../../core/store/selector.js';
import type { Strings } from '../../localize/en.js';
import { listWords } from '../../localize/en/sessions-list.js';
import { titleOf } from '../../localize/words.js';

/** What is marked on the tabs of a session: that something in one is not saved, or not read. */
export class TabMarks {
  readonly #unsavedPages;
  readonly #hasLetter;
  readonly #hasTag;
  readonly #session;

  constructor(host: WorkspaceHost, id: () => string | undefined) {
    this.#unsavedPages = new SliceController(host, (own: string) => selectBegun('unsavedPages', own), id);
    this.#hasLetter = new SliceController(host, (own: string) => selectIsWritten(own, ['message', 'reply']), id);
    this.#hasTag = new SliceController(host, (own: string) => selectIsWritten(own, ['tag', 'choices', 'notes']), id);
    this.#session = new SliceController(host, selectNews, id);
  }

  /** @param itemId whose page the tab shows, if it shows one */
  isUnsaved(tab: Tab, itemId: string): boolean {
    if (tab === 'conversation') return this.#hasLetter.value ?? false;
    if (tab === 'customer') return this.#hasTag.value ?? false;
    return this.#unsavedPages.value?.includes(itemId) ?? false;
  }

  /** What is said of messages in it that were not read, where there are some. */
  newsIn(tab: Tab, strings: Strings): string | undefined {
    const session = this.#session.value;
    const unread = newsOf(session);
    return tab === 'conversation' && session && unread > 0
      ? (strings.list ?? listWords).unread(titleOf(session, strings), unread)
      : undefined;
  }
}

/** Of one that is not looked at, its card says it. */
const newsOf = (session: Session | undefined): number => (session?.isSelected ? session.unread : 0);

/** A session, told anew where its tabs have something else to say of what is not read. */
const selectNews = (id: string): Selector<Session | undefined> => ({
  ...selectSession(id),
  isEqual: (one, other) => newsOf(one) === newsOf(other),
});
