import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { each } from '../../context/each.js';
import type { Places, Tab } from '../../core/rules/tabs.js';
import { displayableText } from '../../core/text/displayable-text.js';
import { X } from '../../icons/drawings.js';
import { icon } from '../../icons/icon.js';
import type { paneWords } from '../../localize/en/session-pane.js';

/** One tab as it is shown. */
export interface ShownTab {
  readonly tab: Tab;
  readonly label: string;
  /** Whether something in it is not saved. */
  readonly isUnsaved: boolean;
  /** Whether the agent has opened it, and may close it. */
  readonly isClosable: boolean;
  /** What is said of messages in it that were not read, where there are some. */
  readonly news: string | undefined;
}

interface TabHost {
  readonly choose: (tab: Tab) => void;
  readonly close: (tab: Tab) => void;
}

/** Steps from one tab to the next, by key, where the line runs from left to right. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * The tabs of a session: one stop for the Tab key, arrows, Home and End go through them and choose, Delete closes. The
 * tabs of both places are selected where there are two.
 */
export function renderTabs(
  tabs: readonly ShownTab[],
  { start, end, last }: Places,
  words: typeof paneWords,
  host: TabHost,
): TemplateResult {
  return html`<div class="tabs" role="tablist" part="tabs" aria-label=${words.tabs} aria-multiselectable=${end === undefined ? 'false' : 'true'}>
    ${each(
      tabs,
      ({ tab }) => tab,
      ({ tab, label, isUnsaved, isClosable, news }, at) => html`<button
        type="button"
        role="tab"
        id="tab-${at}"
        data-tab=${tab}
        class="plain ${isClosable ? 'closable' : ''}"
        tabindex=${tab === last ? '0' : '-1'}
        aria-selected=${tab === start || tab === end ? 'true' : 'false'}
        aria-controls="panel-${at}"
        aria-keyshortcuts=${ifDefined(isClosable ? 'Delete' : undefined)}
        @click=${(event: Event) => {
          const isOnClose = event.composedPath().some((node) => node instanceof Element && node.matches('.close'));
          if (isOnClose) host.close(tab);
          else host.choose(tab);
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Delete' && isClosable) host.close(tab);
          else onKey(event, tabs, at, host);
        }}
      >
        <bdi translate="no" title=${displayableText(label, 100)}>${displayableText(label, 100)}</bdi>
        ${isUnsaved ? html`<span class="dot" title=${words.unsaved}></span><span class="spoken">(${words.unsaved})</span>` : nothing}
        ${news === undefined ? nothing : html`<span class="news" title=${news}></span><span class="spoken" translate="no">(${news})</span>`}
        ${isClosable ? html`<span class="close" title=${words.closeTab}>${icon(X)}</span>` : nothing}
      </button>`,
    )}
  </div>`;
}

function onKey(event: KeyboardEvent, tabs: readonly ShownTab[], at: number, host: TabHost): void {
  const { key, currentTarget, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey || metaKey || shiftKey || !(currentTarget instanceof Element)) return;
  const step = (STEPS[key] ?? 0) * (currentTarget.matches(':dir(rtl)') ? -1 : 1);
  const to = key === 'Home' ? 0 : key === 'End' ? tabs.length - 1 : (at + step + tabs.length) % tabs.length;
  if (key !== 'Home' && key !== 'End' && step === 0) return;
  event.preventDefault();
  const next = tabs[to];
  if (!next) return;
  currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${String(to)}`)?.focus();
  host.choose(next.tab);
}
