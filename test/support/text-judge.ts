import { expect } from '@open-wc/testing';
import {
  classesOf,
  dangers,
  failures,
  nameOf,
  shapeOf,
  show,
  shows,
  strangeHosts,
  strangers,
  wild,
} from './text-sweep.js';
import type { Scene, Shown } from './text-sweep.js';

/** Why an element shows no text of anybody, for these sessions or for all. */
const WORDLESS: readonly (readonly [tag: string, ids: RegExp, why: string])[] = [
  ['connection-status', /./, 'speaks of the connection, in words of its own'],
  ['notification-settings', /./, 'names sounds, in words of its own'],
  ['session-provider', /./, 'is only there for others'],
  ['session-shortcuts', /./, 'lists keys, in words of its own'],
  ['sessions-badge', /./, 'counts, in words of its own'],
  ['task-capacity', /./, 'counts, and names modalities in words of its own'],
  ['session-leave', /./, 'names its session in the name of its button'],
  ['session-notes', /^(?:ringing|forgotten)$/, 'says why there are none, in words of its own'],
  ['companion-chat', /^(?:talking|ringing|over|forgotten)$/, 'says that a call has no written conversation'],
  ['live-caption', /^(?:over|forgotten)$/, 'says that a call that is over has no captions'],
  ['transcript-tools', /^(?:over|forgotten|strange)$/, 'has a note for calls that go on only'],
  ['transcript-tools', /^(?:chat|closed|mail|plain-mail|task)$/, 'has a note for calls only'],
  ['conversation-context', /^strange$/, 'a service that nobody knows has no items'],
  ['embedded-context', /^strange$/, 'a service that nobody knows frames nothing'],
  ['session-map', /^strange$/, 'a service that nobody knows names no parameter'],
];
const isWordless = ({ tag, id }: Shown): boolean => WORDLESS.some(([own, ids]) => own === tag && ids.test(id));

/** What a page must not be asked by a text. */
class Watch {
  readonly happened: string[] = [];
  readonly #real = { alert: globalThis.alert, confirm: globalThis.confirm, prompt: globalThis.prompt };

  constructor() {
    for (const name of ['alert', 'confirm', 'prompt'] as const)
      globalThis[name] = () => {
        this.happened.push(name);
        return null as never;
      };
  }

  end(): readonly string[] {
    Object.assign(globalThis, this.#real);
    for (const name of ['hostile', 'polluted'])
      if (name in globalThis || name in {}) this.happened.push(`${name} was set`);
    return this.happened;
  }
}

/** What an element looks like with texts that do no harm. */
interface Allowed {
  readonly shapes: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

const shapeKey = (shown: Shown): string => shapeOf(shown).join(' ');

/** Knows what elements look like with texts that do no harm, and holds hostile ones against it. */
export class TextJudge {
  readonly #allowed = new Map<string, Allowed>();

  async learn(harmless: readonly string[]): Promise<void> {
    performance.setResourceTimingBufferSize(100_000);
    performance.clearResourceTimings();
    for (const text of harmless) {
      const scene = await show(text);
      for (const shown of scene.all) {
        const { shapes = [], classes = [] } = this.#allowed.get(nameOf(shown)) ?? {};
        this.#allowed.set(nameOf(shown), {
          shapes: new Set([...shapes, shapeKey(shown)]),
          classes: new Set([...classes, ...classesOf(shown)]),
        });
      }
      scene.end();
    }
  }

  /** Fails unless a text is text, readable and harmless, in every element. */
  async judge(text: string): Promise<void> {
    const watch = new Watch();
    const start = performance.now();
    const scene = await show(text);
    // Laid out as it is, each of a dozen values would take half a minute.
    const { height } = scene.provider.getBoundingClientRect();
    expect(performance.now() - start, `${String(height)} px high`).to.be.below(20_000);
    expect(this.findings(scene, text)).to.deep.equal([]);
    expect(strangeHosts(scene.provider)).to.deep.equal([]);
    scene.end();
    expect(watch.end()).to.deep.equal([]);
  }

  findings(scene: Scene, text: string): readonly string[] {
    return scene.all.flatMap((shown) => {
      const name = nameOf(shown);
      const { shapes, classes } = this.#allowed.get(name)!;
      return [
        ...failures(shown).map((failure) => `${name} failed: ${failure}`),
        ...(shapes.has(shapeKey(shown))
          ? []
          : [`${name} looks like ${shapeKey(shown)}, not ${[...shapes].join(' or ')}`]),
        ...(shows(shown, text) || isWordless(shown) ? [] : [`${name} does not show it`]),
        ...[...classesOf(shown)].filter((word) => !classes.has(word)).map((word) => `${name} has the class ${word}`),
        ...strangers(shown).map((stranger) => `${name} has a <${stranger}>`),
        ...dangers(shown).map((danger) => `${name} has ${danger}`),
        ...wild(shown).map((marks) => `${name} shows ${marks}`),
      ];
    });
  }
}
