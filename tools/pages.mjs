/** The rooms of `test` whose files share one page, which `test/<room>.test.ts` opens: loading a page costs more than they do. */
export const SHARED_ROOMS = ['components', 'core', 'gateways'];

/** Files of these rooms that need a page into which nothing has been loaded yet. */
const OWN_PAGE = ['components/session-map.test.ts'];

/** Whether a test file, named from `test`, runs in the page of its room. */
export const sharesPage = (file) =>
  SHARED_ROOMS.includes(file.split('/', 1)[0]) && file.includes('/') && !OWN_PAGE.includes(file);
