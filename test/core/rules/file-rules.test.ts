import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { refusalOfFile, sortFiles } from '../../../src/core/rules/file-rules.js';
import { endingOf, safeFileName, shownFileName } from '../../../src/core/text/file-name.js';
import { isPixels, kindOfFile } from '../../../src/core/rules/file-kind.js';
import { readFileHeaders, writeFileHeaders } from '../../../src/core/wire/file-headers.js';

const file = (name: string, type = '', size = 1) => ({ name, type, size });

describe('what a channel takes', () => {
  for (const [types, name, type, expected] of [
    [['image/*'], 'a.png', 'image/png', undefined],
    [['image/*'], 'a.png', 'IMAGE/PNG', undefined],
    [['image/*'], 'a.png', '', 'type'],
    [['image/*'], 'a.html', 'imagetext/html', 'type'],
    [['image/png'], 'a.jpg', 'image/jpeg', 'type'],
    [['text/plain'], 'a.txt', 'text/plain;charset=utf-8', undefined],
    [['.PDF'], 'a.pdf', '', undefined],
    [['.pdf'], 'a.pdf.exe', '', 'type'],
    [['.pdf'], 'a\u202Efdp.exe', '', 'type'],
    [['.pdf'], 'pdf', '', 'type'],
    [['*'], 'anything', '', undefined],
    [['*/*'], 'anything', '', undefined],
    [[], 'a.pdf', 'application/pdf', 'type'],
  ] as const)
    it(`${types.join()}: ${JSON.stringify(name)} of type "${type}" is ${expected ?? 'taken'}`, () => {
      expect(refusalOfFile({ types }, file(name, type))).to.equal(expected);
    });

  it('is no file without a byte, and none of a size that there is not', () => {
    for (const size of [0, -1, Number.NaN])
      expect(refusalOfFile({ types: ['*'] }, file('a', '', size))).to.equal('empty');
  });

  it('has its largest size to the byte', () => {
    expect(refusalOfFile({ types: ['*'], maxBytes: 5 }, file('a', '', 5))).to.equal(undefined);
    expect(refusalOfFile({ types: ['*'], maxBytes: 5 }, file('a', '', 6))).to.equal('too-big');
  });

  it('is ten files where it does not say', () => {
    const many = Array.from({ length: 12 }, (_, index) => file(String(index)));
    expect(sortFiles({ types: ['*'] }, many, 3).taken).to.have.length(7);
  });

  it('says of what is too much that it is too many, and of the rest what else is wrong', () => {
    const some = [file('a.png', 'image/png'), file('b.txt'), file('c.png', 'image/png')];
    const { taken, refused } = sortFiles({ types: ['image/*'], maxCount: 3 }, some, 2);
    expect(taken).to.deep.equal([some[0]]);
    expect(refused).to.deep.equal([
      { file: some[1], why: 'type' },
      { file: some[2], why: 'too-many' },
    ]);
  });

  it('keeps every file in one place or the other, in order, and never more than it may', () => {
    const files = fc.array(fc.record({ name: fc.string(), type: fc.constantFrom('', 'image/png'), size: fc.nat(20) }));
    fc.assert(
      fc.property(files, fc.nat(5), fc.nat(5), (all, already, maxCount) => {
        const { taken, refused } = sortFiles({ types: ['image/*'], maxBytes: 10, maxCount }, all, already);
        expect(taken.length + refused.length).to.equal(all.length);
        expect(taken.length).to.be.at.most(Math.max(0, maxCount - already));
        expect(all.filter((one) => taken.includes(one))).to.deep.equal(taken);
      }),
    );
  });
});

describe('names of files', () => {
  for (const [name, safe] of [
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\x\\con.txt', 'C x con.txt'],
    ['con.txt', 'file con.txt'],
    ['invoice\u202Efdp.exe', 'invoice fdp.exe'],
    ['a\u0000b\r\nc.pdf', 'a b c.pdf'],
    ['...', 'file'],
    ['', 'file'],
    ['.pdf', 'pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(116)}.pdf`],
  ] as const)
    it(`${JSON.stringify(name.slice(0, 30))} is kept as ${safe.slice(0, 30)}`, () => {
      expect(safeFileName(name)).to.equal(safe);
    });

  it('are shown with their end, however long, and with what would turn them round', () => {
    const shown = shownFileName(`${'long '.repeat(100)}report.final.exe`);
    expect(shown.length).to.be.at.most(61);
    expect(shown.endsWith('report.final.exe')).to.equal(true);
    expect(shownFileName('invoice\u202Efdp.exe')).to.equal('invoice\uFFFDfdp.exe');
    expect(shownFileName(' \n ')).to.equal('');
    expect(shownFileName('a\u0000\u0007b\tc.pdf')).to.equal('a\uFFFDb c.pdf');
    expect(shownFileName(`${'x'.repeat(100_000)}.exe`)).to.match(/^x{43}…x{12}\.exe$/);
    expect(safeFileName(`${'x'.repeat(100_000)}.exe`)).to.match(/^x{100,116}\.exe$/);
  });

  it('are read at both ends where they are long', () => {
    expect(safeFileName(`a${'x'.repeat(3000)}.exe`)).to.match(/^ax+\.exe$/);
    expect(shownFileName(`a${'x'.repeat(3000)}z.exe`)).to.match(/^ax+…x+z\.exe$/);
  });

  it('are never cut within a character as a reader counts them', () => {
    const family = '👨‍👩‍👧‍👦';
    for (let at = 0; at < 2 * family.length; at += 1) {
      const shown = shownFileName(`${'x'.repeat(40 - at)}${family.repeat(6)}${'y'.repeat(at)}.pdf`);
      expect(shown.replaceAll(family, '')).to.match(/^x+…y*\.pdf$/);
    }
  });

  it('come through the headers of an upload as any system keeps them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const headers = new Headers(writeFileHeaders(name, 'image/png'));
        const read = readFileHeaders((header) => headers.get(header));
        expect(read).to.deep.equal({ name: safeFileName(name.toWellFormed()), mediaType: 'image/png' });
        expect(read?.name).to.not.match(/[\p{Cc}/\\\u202A-\u202E]/u);
      }),
    );
    expect(endingOf('a.b.tar')).to.equal('.tar');
  });

  it('without a header are no upload, and a type that is none is left out', () => {
    for (const value of [null, 'attachment', "attachment; filename*=UTF-8''%", 'inline; filename="a"'])
      expect(readFileHeaders((header) => (header === 'content-disposition' ? value : null))).to.equal(undefined);
    expect(writeFileHeaders('a', 'image/png\r\nX-Evil: 1')).to.not.have.property('X-Media-Type');
  });
});

describe('kinds of files', () => {
  for (const [name, mediaType, kind] of [
    ['a', 'image/svg+xml', 'picture'],
    ['a.pdf', '', 'document'],
    ['a.pdf', 'application/octet-stream', 'document'],
    ['a.pdf', 'application/x-msdownload', 'other'],
    ['a.zip', 'application/zip', 'archive'],
    ['constructor', '', 'other'],
    ['a.constructor', '', 'other'],
  ] as const)
    it(`${name} ${mediaType} is ${kind}`, () => {
      expect(kindOfFile({ name, mediaType })).to.equal(kind);
    });

  it('are pixels only where nothing in them can run', () => {
    expect(['image/png', 'image/jpeg', 'image/webp'].map(isPixels)).to.deep.equal([true, true, true]);
    expect(['image/svg+xml', 'text/html', '', 'image/png, text/html'].map(isPixels)).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });
});
