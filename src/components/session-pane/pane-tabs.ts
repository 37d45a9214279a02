import { SliceController } from '../../context/slice-controller.js';
import type { WorkspaceHost } from '../../context/slice-controller.js';
import type { Session } from '../../core/model/session.js';
import { itemOf } from '../../core/rules/tabs.js';
import type { Tab } from '../../core/rules/tabs.js';
import { selectBegun } from '../../core/selectors/select-begun.js';
import { selectServiceOf, selectSession, selectWorkspaceOf } from '../../core/selectors/select-session.js';
import { selectIsWritten } from '../../core/selectors/select-tabs.js';
import type { Selector } from '../../core/store/selector.js';
import type { Arrangement } from '../../core/state/begun.js';
import type { Strings } from '../../localize/en.js';
import { listWords } from '../../localize/en/sessions-list.js';
import { paneWords, widgetWords } from '../../localize/en/session-pane.js';
import { titleOf } from '../../localize/words.js';
import type { ShownTab } from './tab-row.js';

/** What the tabs of a session are called, and what of them is marked: that something in one is not saved, or not read. */
export class PaneTabs {
  readonly #service;
  readonly #workspace;
  readonly #unsavedPages;
  readonly #hasLetter;
  readonly #hasTag;
  readonly #session;

  constructor(host: WorkspaceHost, id: () => string | undefined) {
    this.#service = new SliceController(host, selectServiceOf, id);
    this.#workspace = new SliceController(host, selectWorkspaceOf, id);
    this.#unsavedPages = new SliceController(host, (own: string) => selectBegun('unsavedPages', own), id);
    this.#hasLetter = new SliceController(host, (own: string) => selectIsWritten(own, ['message', 'reply']), id);
    this.#hasTag = new SliceController(host, (own: string) => selectIsWritten(own, ['tag', 'choices', 'notes']), id);
    this.#session = new SliceController(host, selectNews, id);
  }

  shown(tabs: readonly Tab[], { opened = [] }: Arrangement, strings: Strings): readonly ShownTab[] {
    const fixed = this.#service.value?.layout.tabs ?? [];
    const unread = newsOf(this.#session.value);
    return tabs.map((tab) => {
      const itemId = itemOf(tab);
      const isClosable = itemId !== undefined && opened.includes(itemId) && !fixed.includes(itemId);
      const news =
        tab === 'conversation' && unread > 0 && this.#session.value
          ? (strings.list ?? listWords).unread(titleOf(this.#session.value, strings), unread)
          : undefined;
      return { tab, label: this.labelOf(tab, strings), isUnsaved: this.isUnsaved(tab), isClosable, news };
    });
  }

  labelOf(tab: Tab, { pane: words = paneWords, widget = widgetWords }: Strings): string {
    if (tab === 'conversation' || tab === 'customer') return words[tab];
    return (
      this.#workspace.value?.configuration?.contextItems.get(this.#itemIn(tab))?.label ?? widget['embedded-context']
    );
  }

  isUnsaved(tab: Tab): boolean {
    if (tab === 'conversation') return this.#hasLetter.value ?? false;
    if (tab === 'customer') return this.#hasTag.value ?? false;
    return this.#unsavedPages.value?.includes(this.#itemIn(tab)) ?? false;
  }

  #itemIn(tab: Tab): string {
    return itemOf(tab) ?? this.#service.value?.extensions.embeddedContext ?? '';
  }
}

/** Of one that is not looked at, its card says it. */
const newsOf = (session: Session | undefined): number => (session?.isSelected ? session.unread : 0);

/** A session, told anew where its tabs have something else to say of what is not read. */
const selectNews = (id: string): Selector<Session | undefined> => ({
  ...selectSession(id),
  isEqual: (one, other) => newsOf(one) === newsOf(other),
});
