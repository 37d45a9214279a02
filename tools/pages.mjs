/**
 * Pages that many test files share, `test/<page>.test.ts`, each with the rooms of `test` whose files run in it: loading a
 * page, which asks for a thousand modules, costs more than most of them do.
 */
const PAGES = {
  components: ['components'],
  core: ['core'],
  gateways: ['gateways'],
  integration: ['integration', 'controllers'],
  rooms: ['context', 'effects', 'localize', 'registration', 'rich-text', 'views'],
};

/** Files of these rooms that have a page of their own, and why. */
const OWN_PAGE = {
  'components/session-map.test.ts': 'needs a page into which nothing has been loaded yet',
  'context/defining.test.ts': 'defines elements that nobody may have defined before',
  'context/not-connected.test.ts': 'hears what the console is told once on a page',
  'integration/calm-day.test.ts': 'changes the size of its window',
  'integration/cut-texts.test.ts': 'looks at every element, and fails where the files of its room were loaded before',
  'integration/long-words.test.ts': 'as cut-texts, and turns its page',
  'integration/cut-names.test.ts': 'as cut-texts, and turns its page',
  'integration/written-times.test.ts': 'as cut-texts, and turns its page',
  'integration/host-resets.test.ts': 'takes Firefox and WebKit minutes',
  'integration/hostile-long-texts.test.ts': 'leaves hundreds of megabytes to be collected',
  'integration/hostile-texts.test.ts': 'takes minutes, and a page has to be through in ten',
  'integration/leaks.test.ts': 'counts what is left behind',
};

/** The page that a test file, named from `test`, shares with others; undefined for one with a page of its own. */
export function sharedPageOf(file) {
  const [room, ...inRoom] = file.split('/');
  if (inRoom.length === 0 || Object.hasOwn(OWN_PAGE, file)) return undefined;
  return Object.keys(PAGES).find((page) => PAGES[page].includes(room));
}

/** Whether a test file, named from `test`, is a page that others share. */
export const isSharedPage = (file) => Object.keys(PAGES).some((page) => file === `${page}.test.ts`);
