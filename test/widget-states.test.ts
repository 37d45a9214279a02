import { expect } from '@open-wc/testing';
import { WIDGETS, en } from '../src/index.js';
import { WIDGET_STATES, widgetStates } from '../stories/scenarios/widget-states.js';
import type { ShownState } from '../stories/scenarios/widget-states.js';
import { allWithin, frame, textOf } from './support/mounting.js';
import { runStory } from './support/run-story.js';
import type { StoryFile } from './support/run-story.js';

/** Every state of every widget, as the table says where it is shown. */

const files = import.meta.glob<StoryFile>('../stories/*.stories.ts', { eager: true });
const absences = Object.values(en.absence);
const MOST_FRAMES = 300;

const storiesOf = (widget: string): StoryFile => {
  const file = files[`../stories/${widget}.stories.ts`];
  if (!file) throw new Error(`There are no stories of <${widget}>.`);
  return file;
};

describe('the states of widgets', () => {
  let canvasElement: HTMLElement;
  beforeEach(() => {
    canvasElement = document.createElement('main');
    document.body.append(canvasElement);
  });
  afterEach(() => {
    canvasElement.remove();
  });

  /** Renders and plays a story, and gives what its widget says. */
  async function said(widget: string, name: string): Promise<() => string> {
    await runStory(storiesOf(widget), name, canvasElement);
    return () =>
      allWithin(canvasElement)
        .filter(({ localName }) => localName.endsWith(widget))
        .map(textOf)
        .join(' ');
  }

  /** What comes by itself, such as tiles that cannot be reached, takes a moment. */
  async function comesToSay(text: () => string, says: string): Promise<void> {
    for (let turn = 0; turn < MOST_FRAMES && !text().includes(says); turn += 1) await frame();
    expect(text()).to.include(says);
  }

  for (const widget of WIDGETS) {
    const { loading, empty, failed } = widgetStates[widget];
    const lacking = [...loading, ...empty, ...failed].map(({ says }) => says);

    for (const state of WIDGET_STATES) {
      const isAbsent = state === 'off' || state === 'unlicensed';
      const shown: readonly ShownState[] = widgetStates[widget][state];

      it(`${widget}, ${state}: has a story`, () => {
        expect(shown.length).to.be.greaterThan(0);
      });

      for (const { story, says } of shown)
        it(`${widget}, ${state}: ${story} says “${says}”`, async () => {
          const text = await said(widget, story);
          if (isAbsent) expect(text()).to.equal(says);
          else await comesToSay(text, says);
          if (state === 'ready') expect(lacking.filter((sentence) => text().includes(sentence))).to.deep.equal([]);
        });
    }

    it(`${widget}: no story but those of its absence says that it is off or not licensed`, async () => {
      const absent = new Set(
        [...widgetStates[widget].off, ...widgetStates[widget].unlicensed].map(({ story }) => story),
      );
      const { default: _, ...stories } = storiesOf(widget);
      for (const name of Object.keys(stories).filter((own) => !absent.has(own))) {
        const text = await said(widget, name);
        expect(
          absences.filter((sentence) => text().includes(sentence)),
          name,
        ).to.deep.equal([]);
        canvasElement.replaceChildren();
      }
    });
  }
});
