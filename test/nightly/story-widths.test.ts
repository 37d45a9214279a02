import { runStory } from '../support/run-story.js';
import type { StoryFile } from '../support/run-story.js';
import { expectNothingKept } from '../support/other-width.js';

/** Every story: nothing in it is as high as it was at another width. Minutes in one engine; `other-widths.test.ts` has the elements at which it was found. */

const files = import.meta.glob<StoryFile>('../../stories/**/*.stories.ts', { eager: true });

for (const file of Object.values(files)) {
  const { default: meta, ...stories } = file;
  for (const name of Object.keys(stories))
    it(`${meta.title}: ${name} is as high as it is at that width`, async () => {
      const place = document.createElement('main');
      document.body.append(place);
      try {
        await runStory(file, name, place);
        await expectNothingKept(place, [320, 200, 320, 700, 320, 1000]);
      } finally {
        place.remove();
      }
    });
}
