// Its own hooks are for every file, so it comes before any.
import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { sharedPageOf } from '../../tools/pages.mjs';

/** What the page's Mocha has besides what its types tell: the function that fills a suite from globals. */
interface PageMocha {
  readonly suite: Mocha.Suite;
  readonly constructor: { readonly interfaces: { readonly bdd: (suite: Mocha.Suite) => void } };
}

/** Where nothing is mounted. */
const OUTSIDE: [x: number, y: number] = [0, 0];

/** A mouse that a test leaves behind lies under what the next one draws, and is pointing at it. */
function takeMouseAway(suite: Mocha.Suite): void {
  let isInside = false;
  addEventListener(
    'pointermove',
    ({ isTrusted, clientX, clientY }) => {
      isInside ||= isTrusted && (clientX > 0 || clientY > 0);
    },
    true,
  );
  suite.afterEach('takes the mouse away', async () => {
    if (!isInside) return;
    await sendMouse({ type: 'move', position: OUTSIDE });
    isInside = false;
  });
}

const files = import.meta.glob('../*/**/*.test.ts');

/**
 * Loads the test files that share this page into it, where each is a suite that is called like its file. What they leave
 * behind, the next one finds.
 *
 * @param page the page, as `tools/pages.mjs` calls it
 */
export async function inOnePage(page: string): Promise<void> {
  const mocha = (globalThis as unknown as { mocha: Mocha & PageMocha }).mocha;
  /** `describe`, `it` and the others fill this suite from now on. */
  const fill = (suite: Mocha.Suite, file = ''): unknown => suite.emit('pre-require', globalThis, file, mocha);
  const own = Object.entries(files)
    .map(([path, load]) => [path.replace('../', ''), load] as const)
    .filter(([file]) => sharedPageOf(file) === page);
  takeMouseAway(mocha.suite);
  if (own.length === 0) throw new Error(`No file shares the page “${page}”.`);
  for (const [file, load] of own) {
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
