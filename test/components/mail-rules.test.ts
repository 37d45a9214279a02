import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fileSize } from '../../src/components/email-conversation/file-size.js';
import {
  imageSource,
  isHarmlessStyle,
  isLyingLink,
  mailLink,
  remoteImagesIn,
} from '../../src/components/email-conversation/mail-rules.js';
import { textOfHtml } from '../../src/components/email-conversation/text-of-html.js';

describe('images of a mail', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['https://images.example/a.png', 'remote', 'https://images.example/a.png'],
    ['http://images.example/a.png', 'remote', 'https://images.example/a.png'],
    ['//images.example/a.png', 'remote', 'https://images.example/a.png'],
    ['\n https://images.example/a.png ', 'remote', 'https://images.example/a.png'],
    ['HTTPS:\\\\images.example\\a.png', 'remote', 'https://images.example/a.png'],
    ['cid:part1', 'attached'],
    ['CID:part1', 'attached'],
    ['data:image/png;base64,AAAA', 'inside', 'data:image/png;base64,AAAA'],
    ['data:image/svg+xml,<svg/>', 'none'],
    ['data:text/html,x', 'none'],
    ['javascript:alert(1)', 'none'],
    ['blob:https://page.example/1', 'none'],
    ['file:///etc/passwd', 'none'],
    ['/logo.png', 'none'],
    ['logo.png', 'none'],
    ['', 'none'],
  ];
  for (const [text, kind, url] of cases)
    it(`${JSON.stringify(text)}: ${kind}`, () => {
      expect(imageSource(text)).to.deep.equal({ kind, ...(url === undefined ? {} : { url }) });
    });
});

describe('styles of a mail', () => {
  const harmless = [
    ['color', 'red'],
    ['background-color', 'rgba(0, 0, 0, 0.5)'],
    ['width', 'calc(100% - 20px)'],
    ['margin-left', '12px'],
    ['border-top-width', '1px'],
    ['font-family', '"Segoe UI", sans-serif'],
    ['display', 'none'],
  ] as const;
  const harmful = [
    ['position', 'fixed'],
    ['z-index', '9'],
    ['margin-top', '-40px'],
    ['transform', 'none'],
    ['animation-name', 'x'],
    ['background-image', 'url("https://images.example/a.png")'],
    ['list-style-image', 'url("https://images.example/a.png")'],
    ['border-image-source', 'url("https://images.example/a.png")'],
    ['content', 'url(x)'],
    ['cursor', 'url(x), auto'],
    ['filter', 'url(#x)'],
    ['color', 'var(--page)'],
    ['width', 'attr(x px)'],
    ['--x', 'url(https://images.example/a.png)'],
    ['display', 'grid'],
    ['-moz-binding', 'url(x)'],
    ['behavior', 'url(x)'],
  ] as const;
  for (const [property, value] of harmless)
    it(`take ${property}: ${value}`, () => {
      expect(isHarmlessStyle(property, value)).to.equal(true);
    });
  for (const [property, value] of harmful)
    it(`leave ${property}: ${value}`, () => {
      expect(isHarmlessStyle(property, value)).to.equal(false);
    });

  it('ask for as many images as they have addresses elsewhere', () => {
    expect(remoteImagesIn('url("https://a.example/1"), url(//a.example/2), url("data:image/png,x"), red')).to.equal(2);
  });
});

describe('links of a mail', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    ['https://shop.example/a', 'https://shop.example/a', 'shop.example'],
    [' https://shop.example/a b ', 'https://shop.example/a%20b', 'shop.example'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['mailto:nora@feld.example?subject=x&bcc=y@z.example', 'mailto:nora@feld.example', 'nora@feld.example'],
    ['tel:+41445550133', 'tel:+41445550133', '+41445550133'],
    ['https://bank.example@evil.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['vbscript:x', undefined],
    ['/portal', undefined],
    ['#top', undefined],
    ['', undefined],
  ];
  for (const [text, href, leadsTo] of cases)
    it(`${JSON.stringify(text)} opens ${String(href)}`, () => {
      expect(mailLink(text)).to.deep.equal(href === undefined ? undefined : { href, leadsTo });
    });

  const lies: readonly (readonly [string, string, boolean])[] = [
    ['www.bank.example', 'https://evil.example/', true],
    ['https://bank.example/login', 'https://bank.example.evil.example/', true],
    ['bank.example', 'https://secure.bank.example/', false],
    ['https://www.bank.example', 'https://bank.example/x', false],
    ['ｂａｎｋ.example', 'https://bank.example/', false],
    ['bаnk.example', 'https://bank.example/', true],
    ['our terms', 'https://evil.example/', false],
    ['bank.example', 'mailto:nora@bank.example', false],
    ['a.'.repeat(50_000), 'https://evil.example/', false],
  ];
  for (const [text, href, isLie] of lies)
    it(`${text.slice(0, 40)} → ${href}: ${isLie ? 'a lie' : 'no lie'}`, () => {
      expect(isLyingLink(text, { href, leadsTo: '' })).to.equal(isLie);
    });
});

describe('the text of an HTML mail', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['Tom &amp; Ann &lt;b&gt; &#8364; &#x41; &nope;', 'Tom & Ann <b> € A &nope;'],
    ['<style>p{}</style><script>alert("</p>")</script>left', 'left'],
    ['<!-- a > b -->x', 'x'],
    ['1 < 2 and <b>3</b>', '1 < 2 and 3'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['line\nbreaks   of the source<br>and real ones', 'line breaks of the source\nand real ones'],
    ['<p title="', ''],
    ['<script>never closed', ''],
    ['&#0;&#x110000;', '\uFFFD\uFFFD'],
  ];
  for (const [mail, text] of cases)
    it(`of ${mail.slice(0, 50)}`, () => {
      expect(textOfHtml(mail)).to.equal(text);
    });

  it('keeps every word that stands outside of tags', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('p', 'b', 'td', 'div'), word)), (pieces) => {
        const mail = pieces.map(([tag, text]) => `<${tag} class="x">${text}</${tag}> `).join('');
        expect(textOfHtml(mail).split(/\s+/).filter(Boolean)).to.deep.equal(pieces.map(([, text]) => text));
      }),
    );
  });

  for (const [name, mail] of [
    ['opening brackets', '<'.repeat(300_000)],
    ['comments that never end', '<!--'.repeat(100_000)],
    ['styles that never end', '<style>'.repeat(60_000)],
    ['styles that end differently', `<style>${'</s'.repeat(100_000)}`],
    ['ampersands', '&'.repeat(300_000)],
    ['spaces and breaks', ' \n'.repeat(200_000)],
  ] as const)
    it(`is no more than was written: ${name}`, () => {
      expect(textOfHtml(mail).length).to.be.at.most(mail.length);
    });
});

describe('the size of a file', () => {
  for (const [bytes, words] of [
    [0, '0 byte'],
    [812, '812 byte'],
    [1500, '1.5 kB'],
    [1_842_000, '1.8 MB'],
    [25_000_000, '25 MB'],
    [-1, undefined],
    [Number.NaN, undefined],
    [undefined, undefined],
  ] as const)
    it(`${String(bytes)} is ${String(words)}`, () => {
      expect(fileSize(bytes, 'en')).to.equal(words);
    });
});
