import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOf, complaintsAbout } from '../../tools/docs-code.mjs';
import { brokenLinks } from '../../tools/docs-links.mjs';

const FENCE = '```';
const page = (language, ...lines) => ['# Page', '', `${FENCE}${language}`, ...lines, FENCE, ''].join('\n');

describe('code of documents', () => {
  const complaints = complaintsAbout(
    [
      page('ts', `import { parseConfigration } from 'my-sessions';`, 'parseConfigration({});'),
      page(
        'ts',
        `import { createSimulator } from 'my-sessions/gateways/simulator';`,
        `createSimulator({ speed: 'fast' });`,
      ),
      page('ts', `import 'my-sessions/no-such-path';`),
      page('js', 'parseConfiguration({});'),
      page('js', `import 'my-sessions/define';`, 'open(ourOwnFunction());'),
      page(
        'vue',
        '<script setup>',
        `import { createSimulator } from 'my-sessions';`,
        '</script>',
        '<template>x</template>',
      ),
      page(
        'html',
        '<script src="x.js"></script>',
        '<script type="module">',
        `import './my-sessions/nothing.js';`,
        '</script>',
      ),
      page('ts', `import { anything } from '@host/framework';`, 'anything(1).of<string>();'),
    ].flatMap((text, index) => codeOf(`page-${index}.md`, text)),
  );

  it('is compiled against what the package exports, and named by the line of its page', () => {
    assert.deepEqual(complaints.map((text) => text.split(': ', 1)[0]).sort(), [
      'page-0.md:4',
      'page-1.md:5',
      'page-2.md:4',
      'page-3.md:4',
      'page-5.md:5',
      'page-6.md:6',
    ]);
  });

  it('may name what is the host’s own, but not what it forgot to import', () => {
    assert.deepEqual(
      complaints.filter((text) => /^page-[34]/.test(text)),
      [`page-3.md:4: Cannot find name 'parseConfiguration'.`],
    );
  });
});

describe('links of documents', () => {
  const broken = (...lines) => brokenLinks('docs/page.md', lines.join('\n'));

  it('lead to files and headings that are there', () => {
    assert.deepEqual(
      broken(
        '# A page of `mine`, twice',
        '[file](../README.md) [heading](../README.md#for-whom) [own](#a-page-of-mine-twice) [site](/start) [out](https://x.example)',
        '![picture](portal.webp) [again](#again-1)',
        '',
        '## Again',
        '',
        '## Again',
      ),
      [],
    );
  });

  it('are named with their line where they lead nowhere', () => {
    assert.deepEqual(
      broken('text', '', '[one](nowhere.md)', '[two](../README.md#no-such-heading)', '', '[three](#none)'),
      [
        'docs/page.md:3: nowhere.md: there is no docs/nowhere.md',
        'docs/page.md:3: ../README.md#no-such-heading: README.md has no heading #no-such-heading',
        'docs/page.md:6: #none: docs/page.md has no heading #none',
      ],
    );
  });

  it('do not leave the repository', () => {
    assert.deepEqual(broken('[out](../../other.md)'), ['docs/page.md:1: ../../other.md: there is no ../other.md']);
  });
});
