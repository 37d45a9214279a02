// Which pages the site has. Every `docs/*.md` is one; those that are named here have their place, others follow.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `docs`. */
export const docs = fileURLToPath(new URL('../..', import.meta.url));

/** The root of the repository. */
export const root = join(docs, '..');

const GROUPS = [
  { text: 'Begin', pages: ['for-whom', 'start', 'playground', 'configuration'] },
  { text: 'Embed', pages: ['elements/index', 'events', 'theming', 'languages', 'frameworks', 'server-rendering'] },
  { text: 'Connect', pages: ['platforms', 'platforms/genesys', 'contract/my-sessions-1', 'hosts'] },
  { text: 'Know', pages: ['migration', 'accessibility', 'support', 'widget-states', 'changelog'] },
];

const pagesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => name.slice(0, -'.md'.length));

const fileOf = (page) => {
  const own = join(docs, 'site/pages', `${page}.md`);
  try {
    return readFileSync(own, 'utf8');
  } catch {
    return readFileSync(join(docs, `${page}.md`), 'utf8');
  }
};

/** What a page says it is called, or its first heading. */
function titleOf(page) {
  const [, title] = /^(?:title:|#) (.+)$/m.exec(fileOf(page)) ?? [];
  if (!title) throw new Error(`docs/${page}.md has no heading.`);
  return title.replaceAll('`', '');
}

const linkOf = (page) => `/${page.replace(/index$/, '')}`;
const isThere = (page) => {
  try {
    return fileOf(page) !== '';
  } catch {
    return false;
  }
};

/** The pages beside each page, in groups; what nobody has given a place comes last. */
export function sidebar() {
  const placed = new Set(GROUPS.flatMap(({ pages }) => pages));
  const others = [...pagesIn(docs), ...pagesIn(join(docs, 'site/pages'))].filter((page) => !placed.has(page));
  return [...GROUPS, ...(others.length > 0 ? [{ text: 'More', pages: others }] : [])].map(({ text, pages }) => ({
    text,
    items: pages.filter(isThere).map((page) => ({ text: titleOf(page), link: linkOf(page) })),
  }));
}
