/**
 * A page that stays open: sessions of 60 lines come, are looked at and end, one after another, in `<my-sessions>`. Their
 * backend makes them anew from a number, so that it holds nothing itself. At each mark: the heap after garbage was
 * collected, the nodes of the page with those in shadow roots, and the median cost of one session since the last mark
 * (from its first fact to the end of its rendering).
 */
import type { Gateway, GatewayReceiver, SessionEvent } from '../../src/index.js';
import { aConfiguration, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aSegment, randomFrom } from './data.js';
import { Samples, collectGarbage } from './samples.js';
import { aProvider, settled } from './stage.js';

const LINES = 60;

export interface Mark {
  readonly sessions: number;
  readonly heap: number;
  readonly nodes: number;
  readonly ms: number;
}

const idOf = (at: number): string => `soak-${String(at)}`;

function pastOf(at: number): readonly SessionEvent[] {
  const random = randomFrom(at + 1);
  const sessionId = idOf(at);
  const segments = Array.from({ length: LINES }, (_, line) => aSegment(random, `${sessionId}-${String(line)}`, line));
  const ended = NOW + at * 1000;
  const session = anEndedSession({ id: sessionId, modality: 'im', since: ended, times: { accepted: ended, ended } });
  return [
    { type: 'transcript.appended', sessionId, segments, at: ended },
    { type: 'session.snapshot', session, at: ended },
  ];
}

class SoakGateway extends ScriptedGateway implements Gateway {
  override connect(receiver: GatewayReceiver): () => void {
    return super.connect(receiver);
  }

  /** Keeps nothing of what is asked, as a backend behind a network keeps nothing in the page. */
  override execute(): ReturnType<Gateway['execute']> {
    return Promise.resolve({ ok: true });
  }

  session(id: string): Promise<boolean> {
    this.deliver(pastOf(Number(id.slice(idOf(0).length - 1))), 'replay');
    return Promise.resolve(true);
  }

  letGo(ids: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(ids);
  }

  older(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

function nodesIn(root: Node): number {
  let count = 1;
  if (root instanceof Element && root.shadowRoot) count += nodesIn(root.shadowRoot);
  for (const child of root.childNodes) count += nodesIn(child);
  return count;
}

const heapNow = (): number =>
  (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory.usedJSHeapSize;

export async function measureSoak({ marks }: { readonly marks: readonly number[] }): Promise<readonly Mark[]> {
  const gateway = new SoakGateway([
    { type: 'workspace.reset', agentId: 'ana', at: NOW },
    { type: 'configuration.loaded', configuration: aConfiguration(), at: NOW },
  ]);
  const { provider, store } = await aProvider(gateway);
  const workspace = document.createElement('my-sessions');
  provider.append(workspace);
  await settled(workspace);
  const results: Mark[] = [];
  let costs = new Samples();
  for (let at = 0; at < Math.max(...marks); at += 1) {
    const begin = performance.now();
    const sessionId = idOf(at);
    const [said, over] = pastOf(at);
    const time = NOW + at * 1000;
    const offer = { serviceId: 'card-line', modality: 'im', direction: 'inbound', expiresAt: time + 500 } as const;
    gateway.emit({ type: 'session.offered', sessionId, offer, at: time });
    gateway.emit(
      { type: 'session.accepted', sessionId, at: time },
      { type: 'session.connected', sessionId, at: time },
      ...(said ? [said] : []),
    );
    store.look(sessionId);
    await settled(workspace);
    gateway.emit({ type: 'session.ended', sessionId, result: 'accepted-by-user', at: time }, ...(over ? [over] : []));
    await settled(workspace);
    costs.add(performance.now() - begin);
    // Sessions come in tasks of their own: what waits for one, such as observers and what is let go of, has its turn.
    await new Promise((resolve) => setTimeout(resolve));
    if (marks.includes(at + 1)) {
      await new Promise(requestAnimationFrame);
      collectGarbage();
      results.push({ sessions: at + 1, heap: heapNow(), nodes: nodesIn(document), ms: costs.median });
      costs = new Samples();
    }
  }
  return results;
}
