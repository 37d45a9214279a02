import type { Widget } from '../configuration/widgets.js';
import type { Session } from '../model/session.js';
import { SUMMARY_PARTS } from '../model/session-summary.js';
import { isBlank } from '../text/blank.js';

/**
 * Whether a widget has neither content nor anything that an agent could do in it, and no reason to tell: such widgets
 * share one sentence instead of a place each. What was refused or failed is told by the widget itself.
 *
 * @param mapParameter the name of the parameter that holds the session's location
 */
export function isQuiet(widget: Widget, session: Session, mapParameter: string | undefined): boolean {
  switch (widget) {
    case 'session-summary': {
      const { summary } = session;
      return (
        summary === undefined ||
        (summary.status === 'ready' && SUMMARY_PARTS.every((part) => isBlank(summary.parts[part] ?? '')))
      );
    }
    case 'session-map': {
      const place = session.parameters.find(({ name }) => name === mapParameter);
      if (place?.state === 'value') return isBlank(place.value);
      return place?.state === 'empty' || (place?.state !== 'not-available' && session.state !== 'ended');
    }
    default:
      return false;
  }
}
