/** What fifty widgets of the kit subscribe to, selector by selector as in their elements. */
import type { Selector, SessionStore } from '../../src/index.js';
import {
  selectAcceptance,
  selectAgentCommands,
  selectAvailability,
  selectCapacity,
  selectCommands,
  selectConfiguration,
  selectRoster,
  selectSelectedId,
  selectServiceOf,
  selectSession,
  selectTranscript,
  selectUser,
  selectWidgets,
  selectWorkspace,
} from '../../src/index.js';

/** Five widgets around the sessions, and the cards of the list. */
const around = (cards: readonly string[]): Selector<unknown>[] => [
  // sessions-list
  selectRoster,
  selectConfiguration,
  ...cards.map(selectSession),
  // task-capacity, once for the agent and once for a colleague
  selectCapacity(),
  selectAvailability,
  selectCapacity('ben'),
  // agent-presence
  selectWorkspace,
  selectUser('ana'),
  selectAgentCommands,
  // my-sessions
  selectSelectedId,
  selectWorkspace,
];

/** Five widgets of one session. */
const within = (id: string): Selector<unknown>[] => [
  // session-pane
  selectSession(id),
  selectWidgets(id),
  selectServiceOf(id),
  // session-controls
  selectSession(id),
  selectCommands(id),
  selectAcceptance('audio-video'),
  // session-details
  selectSession(id),
  selectServiceOf(id),
  // codes-tags
  selectSession(id),
  selectServiceOf(id),
  selectCommands(id),
  selectConfiguration,
  // transcript-view
  selectSession(id),
  selectTranscript(id),
];

/** Subscribes everything; `deliver` is called once for every value after the first. */
export function subscribeKitWidgets(
  store: SessionStore,
  cards: readonly string[],
  watched: readonly string[],
  deliver: (value: unknown) => void,
): void {
  for (const selector of [...around(cards), ...watched.flatMap(within)]) {
    let isFirst = true;
    store.select(selector).subscribe((value) => {
      if (!isFirst) deliver(value);
    });
    isFirst = false;
  }
}
