import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Places, Tab } from '../../core/rules/tabs.js';

/**
 * The place of a tab's content: always in the document, in a place of its own that it never leaves; what is in it comes
 * when it is first shown.
 *
 * @param onContextTab hears of a context item that is opened in it
 */
export function renderPanel(
  tab: Tab,
  tabs: readonly Tab[],
  places: Places,
  onContextTab: (event: CustomEvent<{ readonly itemId: string }>) => void,
  content: () => unknown,
): TemplateResult {
  const at = tabs.indexOf(tab);
  const place = tab === places.start ? 'start' : tab === places.end ? 'end' : 'away';
  const kind = tab === 'conversation' ? 'conversation' : tab === 'customer' ? 'widgets' : 'embedded';
  return html`<section
    class="panel ${kind} ${place}"
    id=${ifDefined(at < 0 ? undefined : `panel-${String(at)}`)}
    role=${ifDefined(tabs.length > 1 ? 'tabpanel' : undefined)}
    aria-labelledby=${ifDefined(at < 0 || tabs.length < 2 ? undefined : `tab-${String(at)}`)}
    .inert=${place === 'away'}
    @context-tab=${onContextTab}
  >
    ${content()}
  </section>`;
}
