import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { safeFileName } from '../../../src/core/text/file-name.js';
import { asAttachment, readFileHeaders, writeFileHeaders } from '../../../src/core/wire/file-headers.js';

const read = (name: string, mediaType: string): unknown =>
  readFileHeaders((header) => new Headers(writeFileHeaders(name, mediaType)).get(header));

describe('the headers of an upload', () => {
  it('encode what RFC 8187 does not know, and nothing else of plain names', () => {
    expect(asAttachment("Bill (2) of 'May'.pdf")).to.equal(
      "attachment; filename*=UTF-8''Bill%20%282%29%20of%20%27May%27.pdf",
    );
    expect(asAttachment('plain-1.txt')).to.equal("attachment; filename*=UTF-8''plain-1.txt");
  });

  it('are read as they were written, whatever a file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        expect(read(name, 'application/PDF')).to.deep.equal({
          name: safeFileName(name),
          mediaType: 'application/pdf',
        });
      }),
    );
  });

  it('say nothing of a type that is none', () => {
    for (const mediaType of ['', 'pdf', 'text/', 'text/plain; charset=utf-8', 'text/pl ain'])
      expect(read('a.txt', mediaType), mediaType).to.deep.equal({ name: 'a.txt', mediaType: '' });
  });

  it('without a name are no upload of this contract', () => {
    for (const header of [
      null,
      '',
      'form-data; name="file"',
      "attachment; filename*=UTF-8''",
      'attachment; filename=a.txt',
      "attachment; filename*=UTF-8''%E0",
    ])
      expect(
        readFileHeaders(() => header),
        String(header),
      ).to.equal(undefined);
  });
});
