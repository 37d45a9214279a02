/**
 * A page that stays open: sessions of 60 lines come, are looked at and end, one after another, in `<my-sessions>`, beside
 * 20 that go on. Then a day passes on a clock that is turned: each of the 20 is told a line a minute, is looked at in its
 * turn, and gives way to another one after an hour. Their backend makes them anew from a number, so that it holds nothing
 * itself. What the page holds meanwhile is asked from outside (`../soak.mjs`), where garbage of all kinds is collected
 * first. The cost of one session is the median since the last mark, from its first fact to the end of its rendering.
 */
import type { Gateway, SessionEvent, SessionProvider, SessionStore, TranscriptSegment } from '../../src/index.js';
import { aConfiguration, anEndedSession } from '../../stories/scenarios/builders.js';
import { NOW, ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aSegment, randomFrom } from './data.js';
import { PageClock } from './page-clock.js';
import { Samples, ensure } from './samples.js';
import { aProvider, settled } from './stage.js';

const LINES = 60;
const LIVE = 20;
const MINUTES_A_DAY = 24 * 60;
const MINUTE = 60_000;

const idOf = (at: number): string => `soak-${String(at)}`;
const numberOf = (id: string): number => Number(id.slice(idOf(0).length - 1));
const lineOf = (at: number, line: number): TranscriptSegment =>
  aSegment(randomFrom(at * LINES + line + 1), `${idOf(at)}-${String(line)}`, line);

function pastOf(at: number, ended: number): readonly SessionEvent[] {
  const sessionId = idOf(at);
  const segments = Array.from({ length: LINES }, (_, line) => lineOf(at, line));
  const session = anEndedSession({ id: sessionId, modality: 'im', since: ended, times: { accepted: ended, ended } });
  return [
    { type: 'transcript.appended', sessionId, segments, at: ended },
    { type: 'session.snapshot', session, at: ended },
  ];
}

class SoakGateway extends ScriptedGateway implements Gateway {
  /** Keeps nothing of what is asked, as a backend behind a network keeps nothing in the page. */
  override execute(): ReturnType<Gateway['execute']> {
    return Promise.resolve({ ok: true });
  }

  session(id: string): Promise<boolean> {
    this.deliver(pastOf(numberOf(id), this.time), 'replay');
    return Promise.resolve(true);
  }

  letGo(ids: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(ids);
  }

  older(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

interface Live {
  readonly at: number;
  lines: number;
}

class Soak {
  readonly #clock = new PageClock(NOW);
  readonly #gateway = new SoakGateway([
    { type: 'workspace.reset', agentId: 'ana', at: NOW },
    { type: 'configuration.loaded', configuration: aConfiguration(), at: NOW },
  ]);
  readonly #workspace = document.createElement('my-sessions');
  readonly #live: Live[] = [];
  #provider: SessionProvider | undefined;
  #store: SessionStore | undefined;
  #come = 0;

  async begin(): Promise<void> {
    const { provider, store } = await aProvider(this.#gateway);
    [this.#provider, this.#store] = [provider, store];
    provider.append(this.#workspace);
    await settled(this.#workspace);
    // Of every age, as they are at any moment of the day.
    for (let age = 0; age < LIVE; age += 1) this.#goOn(this.#startOne(), (age * LINES) / LIVE);
    await this.#rest();
  }

  /** Answers what one of them cost, in ms. */
  async letPass(count: number): Promise<number> {
    const costs = new Samples();
    for (let passed = 0; passed < count; passed += 1) {
      const begin = this.#clock.machineNow();
      const one = this.#startOne();
      this.#goOn(one, LINES);
      this.#store?.look(idOf(one.at));
      await settled(this.#workspace);
      this.#endOne(one);
      await settled(this.#workspace);
      costs.add(this.#clock.machineNow() - begin);
      await this.#turn(1000);
      await this.#clock.nextTask();
    }
    await this.#lookAtAll();
    await this.#rest();
    return costs.median;
  }

  async letADayPass(): Promise<void> {
    for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
      await this.#turn(MINUTE);
      for (const live of [...this.#live]) {
        if (live.lines < LINES) this.#goOn(live, 1);
        else this.#endOne(live);
      }
      while (this.#live.length < LIVE) this.#startOne();
      const looked = this.#live[minute % LIVE];
      if (looked) this.#store?.look(idOf(looked.at));
      await settled(this.#workspace);
      await this.#clock.nextTask();
    }
    await this.#rest();
  }

  /** Answers how many timers are left a second after the page is empty: by then the last sound has let go of its device. */
  async end(): Promise<number> {
    this.#provider?.parentElement?.remove();
    this.#store?.dispose();
    await this.#rest();
    await this.#turn(1000);
    await this.#rest();
    return this.#clock.waiting;
  }

  /** What is on screen at a mark is what is there at the end of the day: panes of sessions that go on, with their buttons. */
  async #lookAtAll(): Promise<void> {
    for (const { at } of this.#live) {
      this.#store?.look(idOf(at));
      await settled(this.#workspace);
    }
  }

  #startOne(): Live {
    const { time } = this.#gateway;
    const live = { at: this.#come, lines: 0 };
    this.#come += 1;
    const sessionId = idOf(live.at);
    const offer = { serviceId: 'card-line', modality: 'im', direction: 'inbound', expiresAt: time + 500 } as const;
    this.#gateway.emit({ type: 'session.offered', sessionId, offer, at: time });
    this.#gateway.emit(
      { type: 'session.accepted', sessionId, at: time },
      { type: 'session.connected', sessionId, at: time },
    );
    this.#live.push(live);
    return live;
  }

  #goOn(live: Live, lines: number): void {
    const segments = Array.from({ length: lines }, (_, line) => lineOf(live.at, live.lines + line));
    live.lines += lines;
    if (lines === 0) return;
    this.#gateway.emit({ type: 'transcript.appended', sessionId: idOf(live.at), segments, at: this.#gateway.time });
  }

  #endOne(live: Live): void {
    const { time } = this.#gateway;
    const [, over] = pastOf(live.at, time);
    const ended = { type: 'session.ended', sessionId: idOf(live.at), result: 'accepted-by-user', at: time } as const;
    this.#gateway.emit(ended, ...(over ? [over] : []));
    this.#live.splice(this.#live.indexOf(live), 1);
  }

  async #turn(ms: number): Promise<void> {
    this.#gateway.time += ms;
    await this.#clock.turn(ms);
  }

  /** What waits for a frame, an observer or a moment without work has its turn. */
  async #rest(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) {
      await settled(this.#workspace);
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  }
}

let soak: Soak | undefined;

const running = (): Soak => {
  ensure(soak !== undefined, 'nothing has begun');
  return soak;
};

export function beginSoak(): Promise<void> {
  soak = new Soak();
  return soak.begin();
}

export const letSessionsPass = ({ count }: { readonly count: number }): Promise<number> => running().letPass(count);
export const letADayPass = (): Promise<void> => running().letADayPass();
export const endSoak = (): Promise<number> => running().end();
