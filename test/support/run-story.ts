import * as renderer from '@storybook/web-components/entry-preview';
import { composeStory, setProjectAnnotations } from 'storybook/preview-api';
// Here already, it takes no time to load.
import '../../src/context/why-not-connected.js';
import { frame } from './mounting.js';
import { still, unready } from './readiness.js';

/** The stories of one element, as their module has them. */
export type StoryFile = Record<string, object> & { default: { title: string } };

const project = setProjectAnnotations([renderer]);

// After each story Storybook sleeps for a tenth of a second, in case an animation begins; the kit has none. By this name
// it takes the page for one of a test runner, and does not.
Object.assign(globalThis, { __vitest_browser__: true });

/** How long is waited for what is on its way, in frames: some stories show what never comes. */
const MOST_FRAMES = 6;

/** Renders and plays a story as Storybook does it, and waits until nothing more comes. */
export async function runStory(
  { default: meta, ...stories }: StoryFile,
  name: string,
  canvasElement: HTMLElement,
): Promise<void> {
  const story = stories[name];
  if (!story) throw new Error(`There is no story “${name}” of ${meta.title}.`);
  await composeStory(story, meta, project, undefined, name).run({ canvasElement });
  await still(canvasElement);
  for (let turn = 0; turn < MOST_FRAMES && unready(canvasElement).length > 0; turn += 1) await frame();
}
