/** What fifty widgets listen to on the hand-written store, and what they look at before they count it as news. */
import type { Configuration } from '../../src/index.js';
import type { KeyedStore } from './keyed-store.js';

/** What all controls show of the agent's situation, computed once for all of them. */
interface Acceptance {
  readonly stops: string;
  readonly first: string | undefined;
  readonly parkFirst: string | undefined;
}

function acceptanceOf(store: KeyedStore, { users, sessionPolicy }: Configuration, userId: string): Acceptance {
  const user = users.get(userId);
  const presence = store.users.get(userId)?.presence?.presence;
  const stops: string[] = [];
  if (presence !== undefined && presence !== 'available' && presence !== 'busy') stops.push('presence');
  if (store.sessions.get(store.roster.history[0] ?? '')?.state === 'after-call-work') stops.push('after-call-work');
  if (user && store.total >= user.taskParallelization.total) stops.push('total-limit');
  const first = stops[0];
  const limit = user?.taskParallelization.perModality['audio-video'];
  if (limit !== undefined && (store.used.get('audio-video') ?? 0) >= limit) stops.push('modality-limit');
  return {
    stops: stops.join(),
    first,
    parkFirst: sessionPolicy === 'single-active' ? store.engaging.values().next().value : undefined,
  };
}

/** Subscribes everything; `deliver` is called once for every value a widget would render anew. */
export function subscribeWidgets(
  store: KeyedStore,
  configuration: Configuration,
  watched: readonly string[],
  deliver: (value: unknown) => void,
): void {
  // Around the sessions: list, its cards, own capacity, another user's capacity, presence.
  store.onWhole.on('roster', () => deliver(store.roster));
  for (const id of store.sessions.keys()) store.onSession.on(id, () => deliver(store.sessions.get(id)));
  const figures = (): string => {
    const { total, used } = store;
    return `${String(total)} ${String(used.get('audio-video'))} ${String(used.get('im'))} ${String(used.get('email'))} ${String(used.get('external'))}`;
  };
  let shown = figures();
  store.onWhole.on('usage', () => {
    const next = figures();
    if (next !== shown) deliver((shown = next));
  });
  let reported = '0 0';
  store.onUser.on('ben', () => {
    const usage = store.users.get('ben')?.usage;
    const next = `${String(usage?.total)} ${String(usage?.perModality.im)}`;
    if (next !== reported) deliver((reported = next));
  });
  store.onUser.on('ana', () => deliver(store.users.get('ana')));

  // Availability of the capacity header, and what the controls of every session shown say.
  let last = acceptanceOf(store, configuration, 'ana');
  const controls = watched.length;
  const check = (): void => {
    const next = acceptanceOf(store, configuration, 'ana');
    if (next.first !== last.first) deliver(next.first);
    if (next.stops !== last.stops || next.parkFirst !== last.parkFirst)
      for (let index = 0; index < controls; index += 1) deliver(next);
    last = next;
  };
  store.onWhole.on('roster', check);
  store.onWhole.on('usage', check);
  store.onUser.on('ana', check);

  // Pane, controls, details, codes and transcript of every session shown.
  for (const id of watched) {
    let shownOf: string | undefined;
    for (let widget = 0; widget < 5; widget += 1) {
      store.onSession.on(id, () => {
        const row = store.sessions.get(id);
        // Service and modality decide which widgets there are: they do not change.
        if (widget === 0) shownOf = row?.serviceId;
        deliver(row);
      });
    }
    store.onTranscript.on(id, () => deliver(store.transcripts.get(id) ?? shownOf));
  }
}
