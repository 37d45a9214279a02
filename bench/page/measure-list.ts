/**
 * `<sessions-list>` as it stands in a `<session-panel>`, which has the offers, beside a hand-written list of the same
 * content, which has all cards in the document where ours has those in sight; both over a store that holds the sessions already, under the same styles.
 *
 * Nodes: all there are in a row of a session that is worked on, text and comments included, the most of any.
 * First render: from creating the element to the end of its style and layout, which is forced. Ours in it: context,
 * templates, a subscription for each row in sight. The limit in it: a subscription for each session, cloned nodes.
 * Update: from a fact entering the store (sentiment, an unread message or an identified customer of one session in
 * turn) to the end of the forced layout. Move: the same with a session that its agent parks or takes up, which
 * rearranges the list; what moves without an agent's act is held. Not in them: paint. Before every first render garbage
 * is collected, outside of what is measured.
 */
import { loadHistory } from '../../src/components/sessions-list/late-history.js';
import { loadRest } from '../../src/components/sessions-list/late-rest.js';
import { loadWindow } from '../../src/components/sessions-list/late-window.js';
import { latePart } from '../../src/context/late-part.js';
import { SessionsList } from '../../src/components/sessions-list/sessions-list.js';
import { historyRowStyles } from '../../src/views/history-row.styles.js';
import type { SessionEvent } from '../../src/index.js';
import { aConfiguration, aGateway } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { KeyedStore } from '../vanilla/keyed-store.js';
import { VanillaList } from '../vanilla/sessions-list.js';
import { aName, aSegment, pick, randomFrom, someSessions } from './data.js';
import { collectGarbage, ensure, takeTurns } from './samples.js';
import { aBox, aProvider, ensureSame, forceLayout, settled } from './stage.js';
import { SENTIMENTS } from '../../src/index.js';

export interface Pair {
  readonly ours: number;
  readonly vanilla: number;
}

export async function measureList(options: {
  readonly sessions: number;
  readonly mounts: number;
  readonly updates: number;
}): Promise<{ readonly first: Pair; readonly update: Pair; readonly move: Pair; readonly nodes: number }> {
  // Not in what is measured: what a page loads.
  await loadHistory();
  for (const load of [loadRest, loadWindow])
    await new Promise<void>((requestUpdate) => {
      latePart<unknown>(load, { requestUpdate });
    });
  const sessions = someSessions(options.sessions, 500);
  const gateway = aGateway({ sessions });
  const { provider } = await aProvider(gateway);
  const keyed = new KeyedStore();
  keyed.load(sessions);
  const box = aBox();

  const mountOurs = async (): Promise<SessionsList> => {
    const list = document.createElement('sessions-list');
    list.withoutOffers = true;
    provider.append(list);
    await settled(list);
    forceLayout(list);
    return list;
  };
  const mountVanilla = (): VanillaList => {
    const list = new VanillaList(keyed, aConfiguration(), NOW, [...SessionsList.elementStyles, historyRowStyles]);
    list.mount(box);
    forceLayout(list.element);
    return list;
  };

  const first = await takeTurns(
    {
      ours: async () => {
        collectGarbage();
        const begin = performance.now();
        const list = await mountOurs();
        const time = performance.now() - begin;
        list.remove();
        return time;
      },
      vanilla: () => {
        collectGarbage();
        const begin = performance.now();
        const list = mountVanilla();
        const time = performance.now() - begin;
        list.unmount();
        return time;
      },
    },
    { rounds: options.mounts, warmUps: 4 },
  );

  const ours = await mountOurs();
  const vanilla = mountVanilla();
  ensureSame(ours, vanilla.element, 'after the first render');
  const subjects = (factOf: (round: number) => SessionEvent, ask: (fact: SessionEvent) => void = () => undefined) => ({
    ours: async (round: number) => {
      const fact = factOf(round);
      const begin = performance.now();
      ask(fact);
      gateway.deliver([fact], 'live');
      await settled(ours);
      forceLayout(ours);
      return performance.now() - begin;
    },
    vanilla: (round: number) => {
      const fact = factOf(round);
      const begin = performance.now();
      keyed.apply(fact);
      forceLayout(vanilla.element);
      return performance.now() - begin;
    },
  });
  const working = sessions.filter(({ state, modality }) => state !== 'ended' && modality === 'im').map(({ id }) => id);
  const turns = { rounds: options.updates, warmUps: 20 };
  const update = await takeTurns(
    subjects((round) => aChange(round, working)),
    turns,
  );
  ensureSame(ours, vanilla.element, 'after the updates');
  const move = await takeTurns(
    subjects(
      (round) => aMove(round, working),
      (fact) => {
        if ('sessionId' in fact)
          provider.dispatchEvent(new CustomEvent('session-park', { detail: { sessionId: fact.sessionId } }));
      },
    ),
    turns,
  );
  ensureSame(ours, vanilla.element, 'after the moves');
  const plain = Array.from(ours.renderRoot.querySelectorAll('.row:has(.face):not(:has(.marks, .last))'), nodesIn);
  ensure(plain.length > 0, 'no plain card is in sight');
  return {
    nodes: Math.max(...plain),
    first: { ours: first.ours.median, vanilla: first.vanilla.median },
    update: { ours: update.ours.median, vanilla: update.vanilla.median },
    move: { ours: move.ours.median, vanilla: move.vanilla.median },
  };
}

function nodesIn(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode()) count += 1;
  return count;
}

/** The change of a round: the same one for both. */
function aChange(round: number, ids: readonly string[]): SessionEvent {
  const random = randomFrom(round);
  const at = NOW + round;
  const sessionId = pick(random, ids);
  switch (round % 3) {
    case 0:
      return { type: 'sentiment.changed', at, sessionId, sentiment: pick(random, SENTIMENTS) };
    case 1: {
      const segment = {
        ...aSegment(random, `new-${String(round)}`, 0),
        speaker: { id: 'customer', role: 'customer' } as const,
      };
      return { type: 'transcript.appended', at, sessionId, segments: [segment] };
    }
    default:
      return { type: 'customer.identified', at, sessionId, customer: { name: aName(random) } };
  }
}

/** Sessions one after the other: first each is parked, or taken up when it was parked already; then the other way. */
function aMove(round: number, ids: readonly string[]): SessionEvent {
  const isOut = Math.floor(round / ids.length) % 2 === 1;
  const sessionId = ids[round % ids.length] ?? '';
  return { type: isOut ? 'session.parked' : 'session.unparked', at: NOW - 1000 + round, sessionId };
}
