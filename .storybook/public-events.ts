import { action } from 'storybook/actions';
import { LOCAL_EVENTS, WISH_EVENTS } from '../src/context/acts/act-events.js';

/** Every event that tells a host of an act, before it and after it. */
const names = [...Object.values(WISH_EVENTS), ...Object.values(LOCAL_EVENTS)].flat();

/** Shows in the actions panel what leaves the elements of any story: the event's name, and what it carries. */
export function showPublicEvents(page: EventTarget): void {
  for (const name of [...names, 'my-sessions-error']) {
    const show = action(name);
    page.addEventListener(name, (event) => {
      show(event instanceof CustomEvent ? event.detail : undefined);
    });
  }
}
