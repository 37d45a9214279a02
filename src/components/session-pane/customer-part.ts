import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { each } from '../../context/each.js';
import type { SessionWidgets } from '../../core/configuration/widgets-of-session.js';
import type { Widget } from '../../core/configuration/widgets.js';
import type { Session } from '../../core/model/session.js';
import { isQuiet } from '../../core/rules/quiet-widgets.js';
import { customerWidgets } from '../../core/rules/tabs.js';
import { absenceWords } from '../../localize/en/absences.js';
import type { Strings } from '../../localize/en.js';
import { workspaceLaterWords } from '../../localize/en/workspace-later.js';
import { paneWords, widgetWords } from '../../localize/en/session-pane.js';

/**
 * The widgets that stand with the customer, each under its heading. Those without anything to say share one sentence at
 * the end, and those that are absent one line that opens.
 *
 * @param isCodesFirst whether codes and tags stand before the others, wherever the service's owner put them
 * @param show renders one widget
 */
export function renderCustomer(
  session: Session,
  widgets: SessionWidgets,
  mapParameter: string | undefined,
  isCodesFirst: boolean,
  strings: Strings,
  show: (widget: Widget) => unknown,
): TemplateResult {
  const { pane: words = paneWords, widget: names = widgetWords } = strings;
  const own = customerWidgets(widgets.present, isCodesFirst);
  const quiet = own.filter((widget) => isQuiet(widget, session, mapParameter)).map((widget) => names[widget]);
  return html`
    ${each(
      own.filter((widget) => !isQuiet(widget, session, mapParameter)),
      (widget) => widget,
      (widget) => html`<section class="widget" aria-labelledby=${widget}>
        <h3 id=${widget}>${names[widget]}</h3>
        ${show(widget)}
      </section>`,
    )}
    ${quiet.length === 0 ? nothing : html`<p class="silence quiet">${session.state === 'ended' ? words.nothing(quiet) : words.nothingYet(quiet)}</p>`}
    ${renderAbsent(widgets, own.length === 0, strings)}
  `;
}

/** Open where nothing else stands with the customer. */
function renderAbsent({ absent }: SessionWidgets, isOpen: boolean, strings: Strings): unknown {
  if (absent.length === 0) return nothing;
  return html`<details class="absent quiet" ?open=${isOpen} @toggle=${inSight}>
    <summary><bdi translate="no">${(strings.workspace ?? workspaceLaterWords).widgetsOff(absent.length)}</bdi></summary>
    <ul>
      ${absent.map(({ widget, reason }) => html`<li class="sentence"><strong>${(strings.widget ?? widgetWords)[widget]}</strong>: ${(strings.absence ?? absenceWords)[reason]}</li>`)}
    </ul>
  </details>`;
}

/** What is opened by hand at the lower edge would be opened out of sight. */
function inSight({ currentTarget }: Event): void {
  const details = currentTarget as HTMLDetailsElement;
  if (details.open && details.matches(':hover, :focus-within')) details.scrollIntoView({ block: 'nearest' });
}
