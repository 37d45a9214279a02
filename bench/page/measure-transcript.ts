/**
 * `<transcript-view>` with very many segments beside a hand-written windowed list, both over a store that holds the
 * segments already, under the same styles and in boxes of the same size. Times are `framesOf` a change, paint included.
 *
 * Mount: from creating the element. Append: from a fact with one segment entering the store, while the end is followed.
 * Switch: from naming the other of two sessions with equally long transcripts. Transcripts of all lengths take turns in
 * one run; garbage is collected before every mount, outside of what is measured. Only the subject measured is displayed.
 */
import '../../src/components/transcript-view/transcript-view.define.js';
import { TranscriptView } from '../../src/components/transcript-view/transcript-view.js';
import type { TranscriptSegment } from '../../src/index.js';
import { aGateway, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { KeyedStore } from '../vanilla/keyed-store.js';
import { VanillaTranscript } from '../vanilla/transcript-window.js';
import { aSegment, randomFrom, someSegments } from './data.js';
import { framesOf } from './frames.js';
import type { Samples, Subject } from './samples.js';
import { collectGarbage, ensure, takeTurns } from './samples.js';
import { aBox, aProvider, settled } from './stage.js';

interface Figure {
  readonly ours: number;
  readonly vanilla: number;
}

export interface TranscriptFigures {
  readonly segments: number;
  readonly mount: Figure;
  readonly append: Figure;
  readonly switching: Figure;
}

const NAMES = ['one', 'two'] as const;

export async function measureTranscript(options: {
  readonly sizes: readonly number[];
  readonly mounts: number;
  readonly appends: number;
  readonly switches: number;
}): Promise<TranscriptFigures[]> {
  const { sizes, mounts, appends, switches } = options;
  const stages = await Promise.all(sizes.map((size) => TranscriptStage.of(size)));
  const mount = await turns(stages, (stage) => stage.mounting(), { rounds: mounts, warmUps: 4 });
  for (const stage of stages) await stage.stay();
  const append = await turns(stages, (stage) => stage.appending(), { rounds: appends, warmUps: 20 });
  const switching = await turns(stages, (stage) => stage.switching(), { rounds: switches, warmUps: 10 });
  for (const stage of stages) stage.check();
  return sizes.map((segments, index) => ({
    segments,
    mount: figureOf(mount, index, ({ median }) => median),
    append: figureOf(append, index, ({ p95 }) => p95),
    switching: figureOf(switching, index, ({ p95 }) => p95),
  }));
}

type Pair = Readonly<Record<'ours' | 'vanilla', Subject>>;

function turns(
  stages: readonly TranscriptStage[],
  pairOf: (stage: TranscriptStage) => Pair,
  rounds: { readonly rounds: number; readonly warmUps: number },
): Promise<Record<string, Samples>> {
  const pairs = stages.map(pairOf);
  const subjects = pairs.flatMap(({ ours, vanilla }, index) => [
    [`ours ${String(index)}`, ours] as const,
    [`vanilla ${String(index)}`, vanilla] as const,
  ]);
  return takeTurns(Object.fromEntries(subjects), rounds);
}

function figureOf(samples: Record<string, Samples>, index: number, of: (samples: Samples) => number): Figure {
  const figure = (name: string): number => {
    const own = samples[`${name} ${String(index)}`];
    return own ? of(own) : Number.NaN;
  };
  return { ours: figure('ours'), vanilla: figure('vanilla') };
}

class TranscriptStage {
  readonly #size: number;
  readonly #gateway = aGateway({ sessions: NAMES.map((id) => aSession({ id })) });
  readonly #keyed = new KeyedStore();
  readonly #box = aBox();
  readonly #random = randomFrom(7);
  #provider: HTMLElement = this.#box;
  #ours = document.createElement('transcript-view');
  #vanilla = new VanillaTranscript(this.#keyed, TranscriptView.elementStyles);
  #appended: { readonly round: number; readonly segment: TranscriptSegment } | undefined;

  private constructor(size: number) {
    this.#size = size;
  }

  static async of(size: number): Promise<TranscriptStage> {
    const stage = new TranscriptStage(size);
    const { provider } = await aProvider(stage.#gateway);
    stage.#provider = provider;
    NAMES.forEach((sessionId, index) => {
      const segments = someSegments(size, index + 1);
      stage.#gateway.deliver([{ type: 'transcript.appended', at: NOW, sessionId, segments }], 'replay');
      stage.#keyed.apply({ type: 'transcript.appended', at: NOW, sessionId, segments });
    });
    stage.#show(undefined);
    return stage;
  }

  mounting(): Pair {
    return {
      ours: async () => {
        this.#show('ours');
        collectGarbage();
        const time = await framesOf(() => {
          this.#mountOurs();
        });
        this.#ours.remove();
        this.#show(undefined);
        return time;
      },
      vanilla: async () => {
        this.#show('vanilla');
        collectGarbage();
        const time = await framesOf(() => {
          this.#mountVanilla();
        });
        this.#vanilla.unmount();
        this.#show(undefined);
        return time;
      },
    };
  }

  /** Mounts both for good. */
  async stay(): Promise<void> {
    this.#show('ours');
    await framesOf(() => {
      this.#mountOurs();
    });
    await settled(this.#ours);
    this.#show('vanilla');
    await framesOf(() => {
      this.#mountVanilla();
    });
  }

  appending(): Pair {
    return {
      ours: async (round) => {
        this.#show('ours');
        const segments = [this.#segmentOf(round)];
        return framesOf(() => {
          this.#gateway.deliver([{ type: 'transcript.appended', at: NOW, sessionId: 'one', segments }], 'live');
        });
      },
      vanilla: async (round) => {
        this.#show('vanilla');
        const segments = [this.#segmentOf(round)];
        return framesOf(() => {
          this.#keyed.apply({ type: 'transcript.appended', at: NOW, sessionId: 'one', segments });
        });
      },
    };
  }

  switching(): Pair {
    const nameOf = (round: number): (typeof NAMES)[number] => (round % 2 === 0 ? 'two' : 'one');
    return {
      ours: async (round) => {
        this.#show('ours');
        return framesOf(() => {
          this.#ours.sessionId = nameOf(round);
        });
      },
      vanilla: async (round) => {
        this.#show('vanilla');
        return framesOf(() => {
          this.#vanilla.show(nameOf(round));
        });
      },
    };
  }

  /** Both must be at the end, and show the same last lines in the same places of a view as high. */
  check(): void {
    this.#show('both');
    const [ours, vanilla] = [this.#ours, this.#vanilla.element].map((element) => {
      const scroller = element.shadowRoot?.querySelector('.scroller');
      const rows = [...(element.shadowRoot?.querySelectorAll('.segment') ?? [])].slice(-6);
      const left = scroller && scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      return JSON.stringify({
        isAtEnd: left !== undefined && left !== null && left < 2,
        height: scroller?.clientHeight,
        rows: rows.map((row) => [row.textContent.replace(/\s+/gu, ''), Math.round(row.getBoundingClientRect().height)]),
      });
    });
    ensure(ours === vanilla, `the transcripts of ${String(this.#size)} differ: ${String(ours)} | ${String(vanilla)}`);
  }

  #mountOurs(): void {
    this.#ours = document.createElement('transcript-view');
    this.#ours.sessionId = 'one';
    this.#provider.append(this.#ours);
  }

  #mountVanilla(): void {
    this.#vanilla = new VanillaTranscript(this.#keyed, TranscriptView.elementStyles);
    this.#vanilla.mount(this.#box, 'one');
  }

  #show(which: 'ours' | 'vanilla' | 'both' | undefined): void {
    const box = this.#provider.parentElement;
    if (box) box.style.visibility = which === 'ours' || which === 'both' ? '' : 'hidden';
    this.#box.style.visibility = which === 'vanilla' || which === 'both' ? '' : 'hidden';
  }

  /** The segment of a round: the same one for both. */
  #segmentOf(round: number): TranscriptSegment {
    if (this.#appended?.round !== round) {
      const index = this.#size + round;
      this.#appended = { round, segment: aSegment(this.#random, `new-${String(round)}`, index) };
    }
    return this.#appended.segment;
  }
}
