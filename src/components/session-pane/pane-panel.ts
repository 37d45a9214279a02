import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Places, Tab } from '../../core/rules/tabs.js';

/**
 * The place of a tab's content: always in the document, in a place of its own that it never leaves; what is in it comes
 * when it is first shown. Widgets begin with what can only be read, and may have nothing else: they can be gone to
 * themselves, as in WebKit nothing else scrolls them by keys.
 *
 * @param alone what it is called where it is the only tab
 * @param onContextTab hears of a context item that is opened in it
 */
export function renderPanel(
  tab: Tab,
  tabs: readonly Tab[],
  places: Places,
  alone: string,
  onContextTab: (event: CustomEvent<{ readonly itemId: string }>) => void,
  content: () => unknown,
): TemplateResult {
  const at = tabs.indexOf(tab);
  const place = tab === places.start ? 'start' : tab === places.end ? 'end' : 'away';
  const kind = tab === 'conversation' ? 'conversation' : tab === 'customer' ? 'widgets' : 'embedded';
  const isOneOfSeveral = tabs.length > 1;
  const isWidgets = kind === 'widgets';
  return html`<section
    class="panel ${kind} ${place}"
    id=${ifDefined(at < 0 ? undefined : `panel-${String(at)}`)}
    role=${ifDefined(isOneOfSeveral ? 'tabpanel' : isWidgets ? 'group' : undefined)}
    tabindex=${ifDefined(isWidgets ? 0 : undefined)}
    aria-labelledby=${ifDefined(at >= 0 && isOneOfSeveral ? `tab-${String(at)}` : undefined)}
    aria-label=${ifDefined(isWidgets && !isOneOfSeveral ? alone : undefined)}
    .inert=${place === 'away'}
    @context-tab=${onContextTab}
  >
    ${content()}
  </section>`;
}
