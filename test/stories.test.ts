import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { loadAxe } from './support/axe.js';
import { outsideOfScrollers } from './support/boxes.js';
import { accessibleNames, isRunTogether } from './support/names.js';
import { runStory } from './support/run-story.js';
import type { StoryFile } from './support/run-story.js';
import { endsOnTheWrongSide } from './support/ways-of-writing.js';

/** Every story, rendered and played as Storybook does it, free of what axe finds, with nothing outside of its box, with names that can be spoken. */

const files = import.meta.glob<StoryFile>('../stories/**/*.stories.ts', { eager: true });
const elements = Object.keys(import.meta.glob('../src/components/*/*.define.ts'));

const pages = [
  { name: 'light', colorScheme: 'light', direction: 'ltr' },
  { name: 'dark', colorScheme: 'dark', direction: 'ltr' },
  { name: 'right to left', colorScheme: 'light', direction: 'rtl' },
] as const;

/**
 * What may turn out otherwise in other colours or in the other direction. `target-size` looks at where elements stand,
 * `scrollable-region-focusable` at what overflows.
 */
const BY_LOOK = new Set(['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']);

const axe = await loadAxe();

/** Every other rule reads attributes and the tree: they are the same in each look, and are checked in the first. */
const ALIKE = axe
  .getRules()
  .map(({ ruleId }) => ruleId)
  .filter((rule) => !BY_LOOK.has(rule));

function showPage({ colorScheme, direction }: (typeof pages)[number]): void {
  const page = document.documentElement;
  page.dir = direction;
  page.style.colorScheme = colorScheme;
  // axe takes a page without a colour of its own for a white one
  page.style.backgroundColor = 'Canvas';
  page.style.color = 'CanvasText';
}

it('finds a story of every element', () => {
  const tags = elements.map((path) => path.split('/').at(-2) ?? '');
  expect(Object.keys(files)).to.include.members(tags.map((tag) => `../stories/${tag}.stories.ts`));
});

for (const file of Object.values(files)) {
  const { default: meta, ...stories } = file;
  for (const name of Object.keys(stories)) {
    describe(`${meta.title}: ${name}`, () => {
      const canvasElement = document.createElement('main');

      after(() => {
        canvasElement.remove();
        showPage(pages[0]);
      });

      it('renders and plays', async () => {
        document.body.append(canvasElement);
        await runStory(file, name, canvasElement);
      });

      it('positions nothing outside of what it is scrolled with', () => {
        expect([...new Set(outsideOfScrollers(canvasElement))]).to.deep.equal([]);
      });

      it('has names whose parts do not run together', async () => {
        const names = await accessibleNames();
        expect(names.filter(isRunTogether).map(({ name }) => name)).to.deep.equal([]);
      });

      for (const page of pages) {
        it(`is accessible on a page that is ${page.name}`, async () => {
          showPage(page);
          await expect(canvasElement).to.be.accessible(page === pages[0] ? {} : { ignoredRules: ALIKE });
        });
      }

      it('ends its sentences where they end, in a page of the other direction', () => {
        showPage(pages[2]);
        expect(endsOnTheWrongSide(canvasElement)).to.deep.equal([]);
      });

      it('is accessible in forced colours', async () => {
        showPage(pages[0]);
        const { isEmulated } = await executeServerCommand<{ isEmulated: boolean }, { isActive: boolean }>(
          'forced-colours',
          { isActive: true },
        );
        try {
          expect(matchMedia('(forced-colors: active)').matches).to.equal(isEmulated);
          await expect(canvasElement).to.be.accessible({ ignoredRules: ALIKE });
        } finally {
          await executeServerCommand('forced-colours', { isActive: false });
        }
      });
    });
  }
}
