import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linkOf, safeUrl } from '../../../src/core/fields/safe-url.js';

const SCRIPTS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\t:alert(1)',
  'javascript://crm.example/%0aalert(1)',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'jav&#x09;ascript:alert(1)',
  '\uFF4Aavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://crm.example/1',
  'filesystem:https://crm.example/temporary/1',
  'view-source:https://crm.example/',
  'file:///etc/hosts',
  'about:blank',
  'about:srcdoc',
  'ftp://crm.example/',
  'ws://crm.example/',
  'intent://crm.example#Intent;scheme=https;end',
  'ms-word:ofe|u|https://crm.example/a.docx',
];

const ELSEWHERE = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https:////evil.example',
  'https:\\\\evil.example',
  'https://\\evil.example',
  'https:/\\evil.example',
  'https://crm.example\\@evil.example',
  'https://crm.example\\.evil.example',
  'https://crm.example@evil.example',
  'https://crm.example:443@evil.example/',
  'https://@crm.example/',
  'https://user:secret@crm.example/',
  'https://user%40name@crm.example/',
  'ht\ttps://evil.example',
  'https://crm.exam\nple',
  'https://crm.example/\u2028x',
  'https://crm.example /',
  'https://crm.example/a b',
  'https://crm.example/\u202Efdp.exe',
  'https://',
  'https://?x',
  'https://%00',
  'https://a%2fb',
  'https://[::1',
  'https://crm.example:99999/',
  'https://\uD800.example/',
  'https://crm.example/\uD800\uFC00',
  'https://crm.example/?q=\uDBFF\uFFFD',
  'crm.example',
  '/customers/1',
  'customers/1',
  '?id=1',
  '',
];

describe('safeUrl', () => {
  for (const purpose of ['link', 'frame', 'request'] as const) {
    it(`refuses whatever is no plain web address, as ${purpose}`, () => {
      const passed = [...SCRIPTS, ...ELSEWHERE].filter((text) => safeUrl(text, purpose) !== undefined);
      expect(passed).to.deep.equal([]);
    });
  }

  it('answers with the address as the browser reads it', () => {
    expect(safeUrl('HTTPS://CRM.Example:443/Customers?q=1#top', 'frame')).to.equal(
      'https://crm.example/Customers?q=1#top',
    );
    expect(safeUrl('https://crm\u3002example', 'frame')).to.equal('https://crm.example/');
    expect(safeUrl('https://b\u00FCcher.example/\u00FC', 'link')).to.equal('https://xn--bcher-kva.example/%C3%BC');
  });

  it('takes plain http for links, and elsewhere on the own machine only', () => {
    const plain = ['http://crm.example/', 'http://localhost.evil.example/', 'http://127.0.0.1.evil.example/'];
    const own = ['http://localhost:5173/', 'http://127.0.0.1/', 'http://[::1]:8080/'];
    for (const url of [...plain, ...own]) expect(safeUrl(url, 'link'), url).to.equal(url);
    for (const url of own) expect(safeUrl(url, 'frame'), url).to.equal(url);
    for (const url of plain) expect(safeUrl(url, 'frame'), url).to.equal(undefined);
    for (const url of plain) expect(safeUrl(url, 'request'), url).to.equal(undefined);
  });

  it('takes numbers and single addresses as links and as nothing else', () => {
    for (const url of [
      'tel:+41445550133',
      'tel:044-555.01(33)',
      'tel:0445550133;ext=12',
      'mailto:nora.feld@feld.example',
    ]) {
      expect(safeUrl(url, 'link'), url).to.equal(url);
      expect(safeUrl(url, 'frame'), url).to.equal(undefined);
      expect(safeUrl(url, 'request'), url).to.equal(undefined);
    }
    const refused = [
      'tel:*%2306%23',
      'tel:*21*0445550133#',
      'tel:call-me',
      'mailto:',
      'mailto:a@b.example?bcc=evil@evil.example',
      'mailto:a@b.example,evil@evil.example',
      'mailto:a@b.example%0Abcc:evil@evil.example',
    ];
    for (const url of refused) expect(safeUrl(url, 'link'), url).to.equal(undefined);
  });

  const HOSTS = ['crm.example', '*.tickets.example'];
  const byHost: readonly (readonly [url: string, isAllowed: boolean])[] = [
    ['https://crm.example/a', true],
    ['https://CRM.EXAMPLE/a', true],
    ['https://crm.example:8443/a', true],
    ['https://\uFF43rm.example/', true],
    ['https://a.tickets.example/', true],
    ['https://a.b.tickets.example/', true],
    ['https://tickets.example/', false],
    ['https://eviltickets.example/', false],
    ['https://a.tickets.example.evil.example/', false],
    ['https://crm.example.evil.example/', false],
    ['https://evilcrm.example/', false],
    ['https://sub.crm.example/', false],
    ['https://crm.example./', false],
    ['https://evil.example/crm.example', false],
    ['https://evil.example?crm.example', false],
    ['https://evil.example#.tickets.example', false],
    ['tel:+41445550133', false],
  ];
  it('takes the hosts of a list only: the same host, or one more label', () => {
    for (const [url, isAllowed] of byHost) expect(safeUrl(url, 'link', HOSTS) !== undefined, url).to.equal(isAllowed);
  });

  it('takes nothing with an empty list, and no pattern for more than it says', () => {
    for (const hosts of [[], ['*'], ['*.'], [''], ['.'], ['https://crm.example'], ['crm.example/x']])
      expect(safeUrl('https://crm.example/', 'link', hosts), hosts.join()).to.equal(undefined);
  });

  it('answers only with what the browser reads as https at the host it was written with, 20,000 random texts', () => {
    const piece = fc.constantFrom(
      ...['https:', 'http:', 'javascript:', '//', '/', '\\', '@', ':', '.', '..', '?', '#', '%', '%00', '%2e', '%40'],
      ...['\t', '\n', '\r', ' ', '\u0000', '\u00AD', '\u200B', '\u202E', '\u3002', '\uFF0F', '\uFF20', '\uD800'],
      ...['crm.example', 'evil.example', 'localhost', '[::1]', '443', 'a', 'user'],
    );
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((rest) => `https://${rest}`),
          fc.webUrl(),
          fc.string(),
        ),
        (written) => {
          const url = safeUrl(written, 'frame', ['crm.example']);
          if (url === undefined) return;
          const { protocol, hostname, username, href } = new URL(url);
          expect({ protocol, hostname, username, href }).to.deep.equal({
            protocol: 'https:',
            hostname: 'crm.example',
            username: '',
            href: new URL(written).href,
          });
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe('linkOf', () => {
  it('finds the address that a whole text is', () => {
    expect(linkOf(' https://crm.example/1\n')).to.equal('https://crm.example/1');
    expect(linkOf('http://intranet.example/a?b=c')).to.equal('http://intranet.example/a?b=c');
  });

  it('finds none in a sentence, in other schemes and in what is written to mislead', () => {
    const texts = [
      'see https://crm.example/1',
      'https://crm.example/1 and more',
      'https://a.example/\nhttps://b.example/',
      'www.crm.example',
      'tel:+41445550133',
      'mailto:a@b.example',
      ...SCRIPTS,
      ...ELSEWHERE.filter((text) => text !== 'https://crm.example /'),
    ];
    expect(texts.filter((text) => linkOf(text) !== undefined)).to.deep.equal([]);
  });
});
