/**
 * Pages that many test files share, `test/<page>.test.ts`, each with the rooms of `test` whose files run in it: loading a
 * page, which asks for a thousand modules, costs more than most of them do.
 */
export const PAGES = {
  components: ['components'],
  core: ['core'],
  gateways: ['gateways'],
  integration: ['integration', 'controllers'],
  rooms: ['context', 'effects', 'registration', 'rich-text', 'views'],
};
const SHARED_ROOMS = new Set(Object.values(PAGES).flat());

/** Files of these rooms that have a page of their own, and why. */
const OWN_PAGE = {
  'components/session-map.test.ts': 'needs a page into which nothing has been loaded yet',
  'context/defining.test.ts': 'defines elements that nobody may have defined before',
  'integration/hostile-long-texts.test.ts': 'leaves hundreds of megabytes to be collected',
  'integration/leaks.test.ts': 'counts what is left behind',
};

/** Whether a test file, named from `test`, runs in a page with others. */
export const sharesPage = (file) =>
  file.includes('/') && SHARED_ROOMS.has(file.split('/', 1)[0]) && !Object.hasOwn(OWN_PAGE, file);
