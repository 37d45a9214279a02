/**
 * A day at work at eight times its pace, in `<my-sessions>`, while messages pour into a session that nobody looks at. What
 * the agent does comes from outside, as real input (`../day.mjs`). Taken is what browsers tell of it: how long each
 * interaction took until the frame that shows it (Event Timing), tasks over 50 ms (Long Tasks) and what moved without the
 * agent's own act (Layout Instability).
 */
import { createSimulator } from '../../src/gateways/simulator/simulator.js';
import type { Gateway, GatewayReceiver, SessionStore } from '../../src/index.js';
import { selectRoster, selectSelectedId, selectSession } from '../../src/index.js';
import { aSegment, randomFrom } from './data.js';
import { ensure } from './samples.js';

const SPEED = 8;
/** Ten times a second, as a stream of one connection would bring them. */
const POURS = 10;
/** What a switch costs belongs to the session that is built up: by then it stands. */
const MOUNT_MS = 1000;

interface InteractionEntry extends PerformanceEventTiming {
  readonly interactionId: number;
}

interface ShiftEntry extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

export interface DayFigures {
  /** In ms, longest first; those under 16 ms are not told one by one. */
  readonly slowest: readonly number[];
  /** How long all but two of a hundred interactions took at most, in ms. */
  readonly p98: number;
  readonly interactions: number;
  /** Tasks over 50 ms in ms: while a session is built up, and else. */
  readonly whileMounting: readonly number[];
  readonly longTasks: readonly number[];
  readonly layoutShift: number;
  readonly messages: number;
}

class BusyDay {
  readonly #durations = new Map<number, number>();
  readonly #tasks: PerformanceEntry[] = [];
  readonly #switches: number[] = [];
  readonly #firstCount = performance.interactionCount;
  readonly #observers: PerformanceObserver[];
  #layoutShift = 0;
  #messages = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(store: SessionStore, receiver: GatewayReceiver, messagesPerSecond: number) {
    store.select(selectSelectedId).subscribe(() => this.#switches.push(performance.now()));
    this.#observers = [
      observing('event', { durationThreshold: 16 }, (entry) => {
        const { interactionId, duration } = entry as InteractionEntry;
        if (interactionId > 0)
          this.#durations.set(interactionId, Math.max(duration, this.#durations.get(interactionId) ?? 0));
      }),
      observing('longtask', {}, (entry) => this.#tasks.push(entry)),
      observing('layout-shift', {}, (entry) => {
        const { value, hadRecentInput } = entry as ShiftEntry;
        if (!hadRecentInput) this.#layoutShift += value;
      }),
    ];
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

  end(): DayFigures {
    clearInterval(this.#timer);
    for (const observer of this.#observers) observer.disconnect();
    const slowest = [...this.#durations.values()].toSorted((one, other) => other - one);
    const interactions = performance.interactionCount - this.#firstCount;
    const isMounting = ({ startTime, duration }: PerformanceEntry): boolean =>
      this.#switches.some((at) => startTime + duration >= at && startTime <= at + MOUNT_MS);
    const lengths = (tasks: readonly PerformanceEntry[]): readonly number[] => tasks.map(({ duration }) => duration);
    return {
      slowest: slowest.slice(0, 20),
      // Whatever is not told took less than 16 ms.
      p98: slowest[Math.floor(interactions * 0.02)] ?? 16,
      interactions,
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
