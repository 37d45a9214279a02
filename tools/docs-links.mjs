// Links of the documents that are read in the repository.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import markdownIt from 'markdown-it';
import { root } from './files.mjs';

const markdown = markdownIt({ html: true });

/** What a heading is called in an address: as the places do it that show a repository. */
const slugOf = (text) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** The anchors of a page: one for each heading; the second of two equal ones is numbered. */
export function anchorsOf(page) {
  const counts = new Map();
  const tokens = markdown.parse(page, {});
  return new Set(
    tokens.flatMap(({ type }, index) => {
      if (type !== 'heading_open') return [];
      const text = (tokens[index + 1].children ?? []).map(({ content }) => content).join('');
      const slug = slugOf(text);
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      return [count === 0 ? slug : `${slug}-${count}`];
    }),
  );
}

const linksOf = (page) =>
  markdown
    .parse(page, {})
    .flatMap(({ children, map }) => (children ?? []).map((token) => ({ token, line: (map?.[0] ?? 0) + 1 })))
    .map(({ token, line }) => ({ line, href: token.attrGet?.('href') ?? token.attrGet?.('src') }))
    .filter(({ href }) => href && !/^([a-z]+:|\/)/i.test(href));

/** Links of a document, by its path from the root, that lead nowhere: `path:line: sentence`. */
export function brokenLinks(path, page = readFileSync(join(root, path), 'utf8')) {
  return linksOf(page).flatMap(({ href, line }) => {
    const [file, anchor] = decodeURI(href).split('#');
    const target = file === '' ? path : relative(root, join(root, dirname(path), file)).replaceAll('\\', '/');
    const problem = (what) => [`${path}:${line}: ${href}: ${what}`];
    const isThere = file === '' || (!target.startsWith('..') && existsSync(join(root, target)));
    if (!isThere) return problem(`there is no ${target}`);
    if (!anchor || !target.endsWith('.md')) return [];
    const other = file === '' ? page : readFileSync(join(root, target), 'utf8');
    return anchorsOf(other).has(anchor) ? [] : problem(`${target} has no heading #${anchor}`);
  });
}
