// What `npm publish` would publish, and what `npm install` would install with it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../tools/files.mjs';
import { licenseOf } from '../../tools/license-of.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const MB = 1024 * 1024;
const [packed] = Object.values(
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 16 * MB,
      shell: process.platform === 'win32',
    }),
  ),
);
const files = packed.files.map(({ path }) => path);
const published = new Set(files);

/** Everything that is published is of one of these kinds. */
const KINDS = [
  /^(?:package|custom-elements)\.json$/,
  /^(?:ARCHITECTURE|CHANGELOG|README|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE(?:\.md|\.txt)?$/,
  /^bin\/(?:my-sessions-[a-z]+|json-places)\.mjs$/,
  /^conformance\/.+\.mjs$/,
  /^docs\/(?:(?:contract|platforms)\/)?[\w-]+\.(?:md|webp|yaml|schema\.json)$/,
  // Apps to copy, without what their own installation writes.
  /^examples\/(?!.*package-lock)(?:[\w-]+\/)?[\w./-]+\.(?:json|[jt]sx?|mjs|vue|svelte|html|css|md)$/,
  /^schema\/[\w-]+\.schema\.json$/,
  // What the README links to.
  /^src\/.+\.ts$/,
  /^types\/[\w-]+\.(?:d\.ts|js)$/,
  /^dist\/(?:@?[\w-]+\/)*[\w.-]+\.(?:js|js\.map|d\.ts)$/,
  /^dist\/editors\/[\w.-]+\.json$/,
  /^dist\/cdn\/(?:integrity\.json|THIRD-PARTY-NOTICES\.md)$/,
];

const { packages } = JSON.parse(read('package-lock.json'));
const others = Object.entries(packages).filter(
  ([path, { dev, optional, peer, devOptional }]) => path !== '' && !dev && !optional && !peer && !devOptional,
);
const MOST_PACKAGES = 30;
const MOST_MEGABYTES = 30;

describe('the package', () => {
  it('holds files of known kinds, and all that it exports', () => {
    assert.deepEqual(
      files.filter((path) => !KINDS.some((kind) => kind.test(path))),
      [],
    );
    const { exports, bin, types, customElements } = JSON.parse(read('package.json'));
    const targets = [exports, bin, types, customElements].flatMap((entry) => pathsIn(entry));
    const missing = targets.filter((target) => !files.some((path) => isLike(target, path)));
    assert.deepEqual(missing, []);
  });

  it('holds no tests, no stories, and of the sources only what the README links to', () => {
    assert.deepEqual(
      files.filter((path) => /(?:^|\/)(?:test|stories|bench|demo|tools)\/|\.(?:test|stories)\./.test(path)),
      [],
    );
    const linked = linksIn('README.md');
    assert.deepEqual(
      files.filter((path) => path.startsWith('src/') && !linked.includes(path)),
      [],
    );
  });

  it('weighs at most 4 MB as it is fetched, and 15 MB as it is read', () => {
    assert.ok(packed.size <= 4 * MB, `${packed.size}`);
    assert.ok(packed.unpackedSize <= 15 * MB, `${packed.unpackedSize}`);
  });

  it('has every file that its pages link to', () => {
    for (const page of files.filter((path) => path.endsWith('.md') && !path.startsWith('dist/')))
      assert.deepEqual(
        linksIn(page).filter((link) => !published.has(link) && !files.some((path) => path.startsWith(`${link}/`))),
        [],
        page,
      );
  });

  it('says of every module from which lines of the sources it is made', () => {
    const modules = files.filter(
      (path) => /^dist\/.+\.js$/.test(path) && /^(?:import|export|var|const|class|function|let)\b/m.test(read(path)),
    );
    // A component of React is written by a tool: there is no source of it.
    const isOurs = (path) => !/^dist\/(?:helpers|cdn\/rolldown-runtime|react\/(?!wrap))/.test(path);
    assert.deepEqual(
      modules.filter((path) => isOurs(path) && !published.has(`${path}.map`) && !isPassedOn(path)),
      [],
    );
    const told = new Set();
    const named = new Map();
    for (const path of files.filter((name) => name.endsWith('.js.map'))) {
      const { sources, sourcesContent = [] } = JSON.parse(read(path));
      const own = sources.filter((source) => /(?:^|\/)src\//.test(source) && !source.includes('node_modules/'));
      const nameOf = (source) => source.slice(source.indexOf('src/'));
      for (const source of own) if (sourcesContent[sources.indexOf(source)]) told.add(nameOf(source));
      // What a page without a bundler loads later has the text of its sources in the maps of the modules.
      if (/^dist\/cdn\/.+-[\w-]{8}\.js\.map$/.test(path)) named.set(path, own.map(nameOf));
      else
        assert.deepEqual(
          own.filter((source) => !sourcesContent[sources.indexOf(source)]),
          [],
          path,
        );
    }
    assert.deepEqual(
      [...named].flatMap(([path, own]) =>
        own.filter((source) => !told.has(source)).map((source) => `${path}: ${source}`),
      ),
      [],
    );
  });

  it('names in its types only packages that are installed with it', () => {
    const { peerDependencies } = JSON.parse(read('package.json'));
    const installed = [...Object.keys(peerDependencies), ...others.map(([path]) => path.replace('node_modules/', ''))];
    const named = files
      // `types/vue.d.ts` is for hosts that have Vue.
      .filter((path) => path.endsWith('.d.ts') && !path.startsWith('types/'))
      .flatMap((path) =>
        [
          ...read(path)
            .replaceAll(/\/\*[^]*?\*\//g, '')
            .matchAll(/\b(?:from |import\()['"]([^'"]+)['"]/g),
        ].map(([, name]) => ({ path, name })),
      )
      .filter(({ name }) => !name.startsWith('.') && !name.startsWith('node:'));
    assert.deepEqual(
      named.filter(({ name }) => !installed.some((own) => name === own || name.startsWith(`${own}/`))),
      [],
    );
  });

  it('gives the licence of all that is built into it, in dist/cdn as well', () => {
    const notices = read('THIRD-PARTY-NOTICES.md');
    const names = [...notices.matchAll(/^## (\S+) \S+ \((.+)\)$/gm)].map(([, name]) => name);
    for (const name of [
      'lucide',
      'leaflet',
      'lit-html',
      'rxjs',
      'dompurify',
      'markdown-it',
      'prosemirror-view',
      'valibot',
    ])
      assert.ok(names.includes(name), name);
    assert.match(notices, /Copyright \(c\) 2026 Lucide Icons and Contributors/);
    assert.equal(read('dist/cdn/THIRD-PARTY-NOTICES.md'), notices);
  });

  for (const [file, text, license] of [
    [undefined, undefined, 'UNLICENSED'],
    ['LICENSE', 'MIT License\n\nCopyright (c) 2026 Somebody\n', 'MIT'],
    ['LICENSE.md', '# The MIT License\n', 'MIT'],
    [
      'LICENSE',
      '\n                                 Apache License\n                           Version 2.0, January 2004\n',
      'Apache-2.0',
    ],
    ['LICENSE', 'BSD 3-Clause License\n', 'BSD-3-Clause'],
    ['LICENSE.txt', 'Terms of our own\n', 'SEE LICENSE IN LICENSE.txt'],
  ])
    it(`is under ${license} where the file begins with ${JSON.stringify(text)}`, () => {
      assert.equal(licenseOf(file, text), license);
    });
});

describe('what is installed with the package', () => {
  it(`is ${MOST_PACKAGES} packages at most, with itself`, () => {
    const names = others.map(([path]) => path.replace('node_modules/', ''));
    assert.ok(names.length + 1 <= MOST_PACKAGES, `${names.length + 1}: ${names.join(' ')}`);
  });

  it(`is ${MOST_MEGABYTES} MB at most, with itself`, () => {
    const sizes = others.map(([path]) => sizeOf(join(root, path)));
    const all = sizes.reduce((sum, size) => sum + size, packed.unpackedSize);
    assert.ok(all <= MOST_MEGABYTES * MB, `${(all / MB).toFixed(1)} MB`);
  });
});

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
  }, 0);
}

/** Every path that a value of package.json names. */
function pathsIn(value) {
  if (typeof value === 'string') return [value.replace(/^\.\//, '')];
  return value === undefined ? [] : Object.values(value).flatMap(pathsIn);
}

function isLike(target, path) {
  const [start, ...rest] = target.split('*');
  return rest.length === 0 ? start === path : path.startsWith(start) && path.endsWith(rest.at(-1));
}

/** Files that a page links to or shows, as paths from the root. */
function linksIn(page) {
  const text = read(page).replaceAll(/```[^]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link.split('#')[0])
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
    .map((link) => posix.join(posix.dirname(page), link));
}

/** A module that only passes on what others have: nothing of it can be looked at in a debugger. */
function isPassedOn(path) {
  return !existsSync(join(root, `${path}.map`)) && !/=|\bclass\b|\bfunction\b/.test(read(path));
}
