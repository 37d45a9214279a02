import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mergeDraft } from '../../src/device/merge-draft.js';
import type { DraftVersions, DraftWrite } from '../../src/device/merge-draft.js';

const standing = (about: Partial<DraftVersions> = {}): DraftVersions => ({
  line: 'here',
  stamp: 's1',
  value: 'Dear',
  others: [],
  ...about,
});
const write = (about: Partial<DraftWrite>): DraftWrite => ({
  field: 'message',
  line: 'there',
  stamp: 's2',
  base: undefined,
  value: 'Dear Nora',
  ...about,
});
/** The value, and the other ones. */
const textsOf = (versions: DraftVersions | undefined): unknown =>
  versions && [versions.value, ...versions.others.map(({ value }) => value)];

describe('two pages that write in one field', () => {
  const cases: readonly [string, DraftVersions | undefined, Partial<DraftWrite>, unknown][] = [
    ['the first one', undefined, {}, ['Dear Nora']],
    ['goes on in its own line', standing(), { line: 'here', base: 'long ago' }, ['Dear Nora']],
    ['goes on from what it saw', standing(), { base: 's1' }, ['Dear Nora']],
    ['did not see what stands there', standing(), { base: 's0' }, ['Dear Nora', 'Dear']],
    ['knew of nothing', standing(), {}, ['Dear Nora', 'Dear']],
    ['writes the same', standing({ value: 'Dear Nora' }), {}, ['Dear Nora']],
    ['empties its own', standing(), { line: 'here', value: '' }, undefined],
    ['lets go of its own', standing(), { line: 'here', value: undefined }, undefined],
    ['lets go of what it did not see', standing(), { value: undefined }, [undefined, 'Dear']],
    ['begins where nothing is left', standing({ value: undefined }), {}, ['Dear Nora']],
    ['goes on beside another one', standing({ others: [{ line: 'there', value: 'Dea' }] }), {}, ['Dear Nora', 'Dear']],
    [
      'leaves what others wrote',
      standing({ others: [{ line: 'third', value: 'Hi' }] }),
      { base: 's1' },
      ['Dear Nora', 'Hi'],
    ],
    [
      'has settled the others',
      standing({ others: [{ line: 'third', value: 'Hi' }] }),
      { base: 's1', others: [] },
      ['Dear Nora'],
    ],
    ['has taken another one', standing(), { line: 'here', value: 'Hi', others: ['Dear'] }, ['Hi', 'Dear']],
  ];
  for (const [name, current, about, expected] of cases)
    it(`${name}: ${JSON.stringify(expected)}`, () => {
      expect(textsOf(mergeDraft(current, write(about)))).to.deep.equal(expected);
    });

  it('keeps notes by their text, on top of whichever version they were written', () => {
    const notes = (text: string, version = 1): DraftVersions['value'] => ({ text, version });
    const same = mergeDraft(standing({ value: notes('Yes', 2) }), write({ field: 'notes', value: notes('Yes') }));
    expect(textsOf(same)).to.deep.equal([notes('Yes')]);
    const other = mergeDraft(standing({ value: notes('No') }), write({ field: 'notes', value: notes('Yes') }));
    expect(textsOf(other)).to.deep.equal([notes('Yes'), notes('No')]);
  });

  it('has the last choice of codes and tags, as the backend would', () => {
    const before = standing({ value: { primary: 'card-lost', tags: ['vip'] } });
    const value = { primary: null };
    expect(textsOf(mergeDraft(before, write({ field: 'choices', value })))).to.deep.equal([value]);
    expect(mergeDraft(before, write({ field: 'choices', value: undefined }))).to.equal(undefined);
  });

  it('keeps answers to mails by their text, however they stand on screen', () => {
    const reply = (text: string, isOpen = true): DraftVersions['value'] => ({ text, toAll: false, isOpen });
    const merged = mergeDraft(standing({ value: reply('Yes', false) }), write({ field: 'reply', value: reply('Yes') }));
    expect(textsOf(merged)).to.deep.equal([reply('Yes')]);
    expect(mergeDraft(undefined, write({ field: 'reply', value: reply('') }))).to.equal(undefined);
  });

  it('lose nothing that nobody saw, in whatever order they write, look and go on', () => {
    const step = fc.record({
      page: fc.integer({ min: 0, max: 2 }),
      act: fc.constantFrom('type', 'type', 'type', 'look', 'send'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let current: DraftVersions | undefined;
        let count = 0;
        const pages = [0, 1, 2].map((page) => ({ page, line: `line-${String(page)}-0`, lines: 0, base: '', text: '' }));
        for (const { page: number, act } of steps) {
          const page = pages[number];
          if (!page) return;
          count += 1;
          if (act === 'look') {
            // What stands there is on screen now, and the other versions are offered.
            page.lines += 1;
            page.line = `line-${String(number)}-${String(page.lines)}`;
            page.base = current?.stamp ?? '';
            page.text = (current?.value as string | undefined) ?? '';
            continue;
          }
          const before = new Set([current?.value, ...(current?.others ?? []).map(({ value }) => value)]);
          const mine = current?.line === page.line || current?.stamp === page.base ? current.value : undefined;
          const replaced = [
            mine,
            ...(current?.others ?? []).filter(({ line }) => line === page.line).map((o) => o.value),
          ];
          page.text = act === 'send' ? '' : `${page.text}${String(count)} `;
          const stamp = `stamp-${String(count)}`;
          current = mergeDraft(current, { field: 'message', ...page, value: page.text, stamp });
          page.base = current?.stamp ?? '';
          const after = [current?.value, ...(current?.others ?? []).map(({ value }) => value)];
          for (const value of before)
            if (value !== undefined && !replaced.includes(value) && before.size <= 5) expect(after).to.include(value);
          if (page.text !== '') expect(current?.value).to.equal(page.text);
        }
      }),
      { numRuns: 500 },
    );
  });
});
