// Pages of docs/ are read in the repository, too, where they link to files that are no pages of the site.
import { posix } from 'node:path';

/** Where the site has what stands outside of docs/. */
const ELSEWHERE = new Map([
  ['../CHANGELOG.md', '/changelog'],
  ['../README.md', '/'],
  ['../schema/configuration.schema.json', '/configuration.schema.json'],
]);

const isExternal = (href) => /^[a-z]+:|^#|^\//i.test(href);

/** Links out of docs/ lead to the site's own page of the same, or become the text that they stand in. */
export function linksWithinSite(markdown) {
  markdown.core.ruler.push('links-within-site', ({ tokens, env }) => {
    const folder = posix.dirname(env.relativePath ?? '');
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
  const withAnchor = (page) => token.attrSet('href', anchor === undefined ? page : `${page}#${anchor}`);
  // Of a page that is included from the root of the repository.
  const fromRoot = /^(?:\.\/)?docs(\/.+)$/.exec(path)?.[1];
  if (fromRoot) {
    withAnchor(fromRoot);
    return true;
  }
  const fromDocs = posix.normalize(posix.join(folder, path));
  if (!fromDocs.startsWith('..')) return true;
  const page = ELSEWHERE.get(fromDocs);
  if (page === undefined) return false;
  withAnchor(page);
  return true;
}
