// Pages of docs/ are read in the repository, too, where they link to files that are no pages of the site.
import { posix } from 'node:path';

/** Where the site has what stands outside of docs/. */
const ELSEWHERE = new Map([
  ['../CHANGELOG.md', '/changelog'],
  ['../README.md', '/'],
  ['../schema/configuration.schema.json', '/configuration.schema.json'],
]);

/** Pages of the site that hold a document of the root of the repository: what it links to is written as from there. */
const FROM_ROOT = new Set(['changelog.md']);

const isExternal = (href) => /^[a-z]+:|^#|^\//i.test(href);

/** Links out of docs/ lead to the site's own page of the same, or become the text that they stand in. */
export function linksWithinSite(markdown) {
  markdown.core.ruler.push('links-within-site', ({ tokens, env }) => {
    const page = env.relativePath ?? '';
    const folder = FROM_ROOT.has(page) ? '..' : posix.dirname(page);
    for (const { children } of tokens) {
      let isDropped = false;
      for (const token of children ?? []) {
        if (token.type === 'link_open') isDropped = !turn(token, folder);
        if (isDropped && (token.type === 'link_open' || token.type === 'link_close')) {
          token.tag = 'span';
          token.attrs = null;
          if (token.type === 'link_close') isDropped = false;
        }
      }
    }
  });
}

/** Points a link to where the site has it. False for what the site does not have. */
function turn(token, folder) {
  const href = token.attrGet('href') ?? '';
  if (isExternal(href)) return true;
  const [path, anchor] = href.split('#');
  const fromDocs = posix.relative('docs', posix.join('docs', folder, path));
  const isWithin = !fromDocs.startsWith('..');
  if (isWithin && folder !== '..') return true;
  const there = isWithin ? `/${fromDocs}` : ELSEWHERE.get(fromDocs);
  if (there === undefined) return false;
  token.attrSet('href', anchor === undefined ? there : `${there}#${anchor}`);
  return true;
}
