/**
 * A day at work at eight times its pace, in `<my-sessions>`, while messages pour into a session that nobody looks at. What
 * the agent does comes from outside, as real input (`../day.mjs`). Taken are: how long each interaction took, a key or a
 * click, from when it was pressed until the frame after it was painted (Event Timing says when a frame was presented, which
 * without a screen is up to a second later), tasks over 50 ms (Long Tasks) and what moved without the agent's own act
 * (Layout Instability).
 */
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import type { Gateway, GatewayReceiver, SessionStore } from '../../src/index.js';
import { selectRoster, selectSelectedId, selectSession } from '../../src/index.js';
import { aSegment, randomFrom } from './data.js';
import { Samples, ensure } from './samples.js';

const SPEED = 8;
/** Ten times a second, as a stream of one connection would bring them. */
const POURS = 10;
/** What a switch costs belongs to the session that is built up: by then it stands. */
const MOUNT_MS = 1000;
const INPUTS = ['pointerdown', 'click', 'keydown'] as const;

interface ShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

export interface DayFigures {
  /** How long all but two of a hundred interactions took at most, in ms. */
  readonly p98: number;
  readonly interactions: number;
  /** How long those took that turned to another session, in ms. */
  readonly turns: { readonly count: number; readonly median: number; readonly longest: number };
  /** Tasks over 50 ms in ms: while a session is built up, and else. */
  readonly whileMounting: readonly number[];
  readonly longTasks: readonly number[];
  readonly layoutShift: number;
  readonly messages: number;
}

class BusyDay {
  readonly #interactions = new Samples();
  readonly #turns = new Samples();
  readonly #tasks: PerformanceEntry[] = [];
  readonly #switches: number[] = [];
  readonly #end = new AbortController();
  readonly #observers: PerformanceObserver[];
  #pressedAt = 0;
  #layoutShift = 0;
  #messages = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(store: SessionStore, receiver: GatewayReceiver, messagesPerSecond: number) {
    store.select(selectSelectedId).subscribe(() => this.#switches.push(performance.now()));
    this.#observers = [
      observing('longtask', {}, (entry) => this.#tasks.push(entry)),
      observing('layout-shift', {}, (entry) => {
        const { value, hadRecentInput } = entry as ShiftEntry;
        if (!hadRecentInput) this.#layoutShift += value;
      }),
    ];
    for (const type of INPUTS)
      window.addEventListener(type, this.#onInput, { capture: true, passive: true, signal: this.#end.signal });
    const random = randomFrom(1);
    this.#timer = setInterval(() => {
      const sessionId = elsewhere(store);
      if (sessionId === undefined) return;
      const segments = Array.from({ length: messagesPerSecond / POURS }, () => {
        this.#messages += 1;
        return aSegment(random, `poured-${String(this.#messages)}`, this.#messages);
      });
      receiver.facts([{ type: 'transcript.appended', sessionId, segments, at: store.clock.now() }], 'live');
    }, 1000 / POURS);
  }

  /** Until what follows the input has been painted: a task that was queued in its frame comes after that. */
  readonly #onInput = ({ type, timeStamp }: Event): void => {
    if (type === 'pointerdown') {
      this.#pressedAt = timeStamp;
      return;
    }
    // A press and its click are one interaction.
    const begin = type === 'click' ? this.#pressedAt : timeStamp;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const time = performance.now() - begin;
        this.#interactions.add(time);
        if (type === 'click' && this.#switches.some((at) => at >= begin)) this.#turns.add(time);
      };
      port2.postMessage(undefined);
    });
  };

  end(): DayFigures {
    clearInterval(this.#timer);
    this.#end.abort();
    for (const observer of this.#observers) observer.disconnect();
    const isMounting = ({ startTime, duration }: PerformanceEntry): boolean =>
      this.#switches.some((at) => startTime + duration >= at && startTime <= at + MOUNT_MS);
    const lengths = (tasks: readonly PerformanceEntry[]): readonly number[] => tasks.map(({ duration }) => duration);
    return {
      p98: this.#interactions.quantile(0.98),
      interactions: this.#interactions.count,
      turns: { count: this.#turns.count, median: this.#turns.median, longest: this.#turns.quantile(1) },
      whileMounting: lengths(this.#tasks.filter(isMounting)),
      longTasks: lengths(this.#tasks.filter((task) => !isMounting(task))),
      layoutShift: this.#layoutShift,
      messages: this.#messages,
    };
  }
}

function observing(type: string, options: object, tell: (entry: PerformanceEntry) => void): PerformanceObserver {
  const observer = new PerformanceObserver((list) => {
    list.getEntries().forEach(tell);
  });
  observer.observe({ type, ...options });
  return observer;
}

/** A conversation that goes on and is not looked at. */
function elsewhere(store: SessionStore): string | undefined {
  const { active, parked } = store.read(selectRoster);
  const selected = store.read(selectSelectedId);
  return [...active, ...parked].find((id) => id !== selected && store.read(selectSession(id))?.modality === 'im');
}

let day: BusyDay | undefined;

/** Resolves when the first session is there to be worked on. */
export async function beginDay({ messagesPerSecond }: { readonly messagesPerSecond: number }): Promise<void> {
  const simulator = createSimulator({ scenario: 'at-work', speed: SPEED });
  let receiver: GatewayReceiver | undefined;
  const gateway: Gateway = {
    ...simulator,
    connect(own) {
      receiver = own;
      return simulator.connect(own);
    },
  };
  const provider = document.createElement('session-provider');
  provider.gateway = gateway;
  const box = document.createElement('div');
  box.style.cssText = 'position: fixed; inset: 0';
  const workspace = document.createElement('my-sessions');
  box.append(provider);
  provider.append(workspace);
  document.body.append(box);
  while (!workspace.shadowRoot?.querySelector('session-pane')) await new Promise(requestAnimationFrame);
  const { store } = provider;
  ensure(store !== undefined && receiver !== undefined, 'there is no workspace');
  day = new BusyDay(store, receiver, messagesPerSecond);
}

export function endDay(): DayFigures {
  ensure(day !== undefined, 'the day has not begun');
  return day.end();
}
