/**
 * A snapshot of very many sessions, as it comes over a network: from its text to the first frame of `<my-sessions>` after
 * which the list is on screen. Read, taken in, put in order and rendered; the network itself is not in it. The page was
 * there before and showed no session. Whether the list names the number of sessions is checked.
 */
import { createLocalization, createSessionStore, silentLogger } from '../../src/index.js';
import type { GatewayReceiver } from '../../src/index.js';
import { readSnapshot } from '../../src/core/wire/read-snapshot.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { someSessions } from './data.js';
import { Samples, collectGarbage, ensure } from './samples.js';
import { aBox } from './stage.js';

export async function measureSnapshot({
  sizes,
  rounds,
}: {
  readonly sizes: readonly number[];
  readonly rounds: number;
}) {
  const results: { readonly size: number; readonly ms: number }[] = [];
  for (const size of sizes) {
    const text = textOfSnapshot(size);
    const times = new Samples();
    for (let round = 0; round < rounds; round += 1) times.add(await firstPaintOf(text, size));
    results.push({ size, ms: times.median });
  }
  return results;
}

function textOfSnapshot(size: number): string {
  const [transcripts, presences, usages, configurationProblems] = [[], [], [], []];
  const state = {
    agentId: 'ana',
    sessions: someSessions(size, size),
    transcripts,
    presences,
    usages,
    configurationProblems,
  };
  return JSON.stringify({ v: 1, epoch: 'a', seq: 0, serverTime: NOW, state });
}

async function firstPaintOf(text: string, size: number): Promise<number> {
  let receiver: GatewayReceiver | undefined;
  const clock = { now: () => NOW };
  const gateway = {
    // Read where it came in, by `readSnapshot` below.
    isRead: true,
    clock,
    connect: (given: GatewayReceiver) => {
      receiver = given;
      return () => undefined;
    },
    execute: () => Promise.resolve({ ok: true } as const),
  };
  const store = createSessionStore({ gateway, clock, logger: silentLogger, newId: () => '' });
  const provider = document.createElement('session-provider');
  provider.store = store;
  provider.localization = createLocalization('en');
  provider.append(document.createElement('my-sessions'));
  const box = aBox();
  // As a page shows it: in a narrow panel the history is behind a button.
  box.style.inlineSize = '1280px';
  box.style.blockSize = '800px';
  box.append(provider);
  await aFrame();
  collectGarbage();

  const begin = performance.now();
  const snapshot = readSnapshot(JSON.parse(text));
  if (!snapshot.ok) throw new Error(snapshot.reason);
  receiver?.facts(snapshot.value.events, 'replay');
  // The history is loaded with the first that there is.
  for (let frames = 0; frames === 0 || (listed(provider) < size && frames < MOST_FRAMES); frames += 1) await aFrame();
  const time = performance.now() - begin;

  ensure(listed(provider) === size, `${String(listed(provider))} of ${String(size)} sessions are listed`);
  box.remove();
  store.dispose();
  return time;
}

const MOST_FRAMES = 200;

/** The number of sessions that the headings of the list name, and of offers. */
const listed = (root: ParentNode): number =>
  [...root.querySelectorAll('*')]
    .map((element) => {
      const inside = element.shadowRoot;
      if (element.localName === 'task-offers') return inside?.querySelectorAll('.row').length ?? 0;
      if (element.localName !== 'sessions-list') return inside ? listed(inside) : 0;
      return [...(inside?.querySelectorAll('h2 .figures') ?? [])].reduce(
        (sum, { textContent }) => sum + Number(textContent),
        0,
      );
    })
    .reduce((sum, count) => sum + count, 0);

/** Until a frame has been drawn: the second begins when the first is on its way to the screen. */
const aFrame = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
