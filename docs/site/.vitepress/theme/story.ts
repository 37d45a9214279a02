import type { Decorator, Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, render } from 'lit';

/** A file of stories: what they have in common, and each by its name. */
interface StoryFile {
  readonly default: Meta;
  readonly [name: string]: StoryObj;
}

const files = import.meta.glob<StoryFile>('../../../../stories/*.stories.ts');

/**
 * Shows the first story of an element, the same that Storybook shows and the tests stand on.
 * Resolves with what removes it, when it stands and has played.
 */
export async function showStory(place: HTMLElement, tag: string): Promise<() => void> {
  const load = files[`../../../../stories/${tag}.stories.ts`];
  if (!load) throw new Error(`There is no story of ${tag}.`);
  const { default: meta, ...stories } = await load();
  const story = stories['Default'] ?? Object.values(stories)[0];
  if (!story) throw new Error(`There is no story in the file of ${tag}.`);
  const args = { ...meta.args, ...story.args };
  const context = { args, canvasElement: place, id: tag, name: tag, globals: {}, parameters: {} } as never;
  const draw = story.render ?? meta.render ?? (() => html`${document.createElement(tag)}`);
  const decorators = [story.decorators ?? [], meta.decorators ?? []].flat() as Decorator[];
  const whole = decorators.reduce<() => unknown>(
    (inner, decorate) => () => decorate(inner as never, context),
    () => draw(args, context),
  );
  render(whole(), place);
  await story.play?.(context);
  return () => render(nothing, place);
}
