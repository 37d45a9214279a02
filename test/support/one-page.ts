// Its own hooks are for every file, so it comes before any.
import { expect } from '@open-wc/testing';
import { sharesPage } from '../../tools/pages.mjs';

/** What the page's Mocha has besides what its types tell: the function that fills a suite from globals. */
interface PageMocha {
  readonly suite: Mocha.Suite;
  readonly constructor: { readonly interfaces: { readonly bdd: (suite: Mocha.Suite) => void } };
}

/**
 * Loads the test files of a room into this page, where each is a suite that is called like its file. What they leave
 * behind, the next one finds.
 *
 * @param files what loads each, by its path from `test`, such as `./core/text/folded.test.ts`
 */
export async function inOnePage(files: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  const mocha = (globalThis as unknown as { mocha: Mocha & PageMocha }).mocha;
  /** `describe`, `it` and the others fill this suite from now on. */
  const fill = (suite: Mocha.Suite, file = ''): unknown => suite.emit('pre-require', globalThis, file, mocha);
  for (const [path, load] of Object.entries(files)) {
    const file = path.replace('./', '');
    if (!sharesPage(file)) continue;
    const suite = (mocha.suite.constructor as typeof Mocha.Suite).create(mocha.suite, `test/${file}`);
    mocha.constructor.interfaces.bdd(suite);
    fill(suite, file);
    try {
      await load();
      if (suite.total() === 0) throw new Error('There are no tests in it.');
    } catch (error) {
      it('can be loaded', () => expect(error).to.equal(undefined));
    }
  }
  fill(mocha.suite);
}
