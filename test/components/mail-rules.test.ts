import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fileSize } from '../../src/localize/file-size.js';
import { isLyingLink, mailLink } from '../../src/components/email-conversation/mail-links.js';
import { imageSource, isHarmlessAttribute, keptStyle } from '../../src/components/email-conversation/mail-rules.js';
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
  const kept = [
    ['p', 'color', 'red'],
    ['p', 'background-color', 'rgba(0, 0, 0, 0.5)'],
    ['td', 'width', '50%'],
    ['img', 'height', '40px'],
    ['p', 'margin-left', '12px'],
    ['p', 'border-top-width', '1px'],
    ['p', 'font-family', '"Segoe UI", sans-serif'],
    ['p', 'display', 'none'],
    ['p', 'white-space', 'pre', 'pre-wrap'],
    ['p', 'font-size', '1px', 'clamp(11px, 1px, 40px)'],
    ['p', 'font-size', 'x-large', 'clamp(11px, 24px, 40px)'],
  ] as const;
  const left = [
    ['p', 'position', 'fixed'],
    ['p', 'z-index', '9'],
    ['p', 'float', 'left'],
    ['p', 'height', '0px'],
    ['p', 'max-height', '40px'],
    ['div', 'width', '80px'],
    ['p', 'overflow', 'hidden'],
    ['p', 'line-height', '1px'],
    ['p', 'letter-spacing', '-1em'],
    ['p', 'word-spacing', '-1em'],
    ['p', 'text-indent', '-9999px'],
    ['p', 'white-space', 'nowrap'],
    ['p', 'text-wrap-mode', 'nowrap'],
    ['p', 'unicode-bidi', 'bidi-override'],
    ['p', 'text-shadow', 'red 9px 9px'],
    ['p', 'vertical-align', '40px'],
    ['p', 'font-family', 'Wingdings'],
    ['p', 'font-feature-settings', '"frac"'],
    ['p', 'font-size', 'smaller'],
    ['p', 'margin-top', '-40px'],
    ['p', 'margin-top', '-0.1em'],
    ['p', 'padding-top', '50%'],
    ['table', 'table-layout', 'fixed'],
    ['p', 'text-decoration-thickness', '20px'],
    ['p', 'border-top-left-radius', '50%'],
    ['col', 'background-color', 'black'],
    ['p', 'transform', 'none'],
    ['p', 'animation-name', 'x'],
    ['p', 'background-image', 'url("https://images.example/a.png")'],
    ['p', 'background-image', 'linear-gradient(red, blue)'],
    ['p', 'background-color', 'oklch(0.3 0.1 250)'],
    ['p', 'list-style-image', 'url("https://images.example/a.png")'],
    ['p', 'border-image-source', 'url("https://images.example/a.png")'],
    ['p', 'content', 'url(x)'],
    ['p', 'cursor', 'url(x), auto'],
    ['p', 'filter', 'url(#x)'],
    ['p', 'opacity', '0'],
    ['p', 'color', 'var(--page)'],
    ['td', 'width', 'attr(x px)'],
    ['p', '--x', 'url(https://images.example/a.png)'],
    ['p', 'display', 'grid'],
    ['p', '-moz-binding', 'url(x)'],
    ['p', 'behavior', 'url(x)'],
  ] as const;
  for (const [tag, property, value, as = value] of kept)
    it(`take ${property}: ${value} of <${tag}>`, () => {
      expect(keptStyle(tag, property, value)).to.equal(as);
    });
  for (const [tag, property, value] of left)
    it(`leave ${property}: ${value} of <${tag}>`, () => {
      expect(keptStyle(tag, property, value)).to.equal(undefined);
    });

  const attributes = [
    ['table', 'align', 'left', false],
    ['table', 'align', 'center', true],
    ['td', 'align', 'right', true],
    ['td', 'height', '1', false],
    ['img', 'height', '40', true],
    ['pre', 'width', '1', false],
    ['font', 'face', 'Webdings', false],
    ['col', 'bgcolor', 'black', false],
    ['td', 'bgcolor', 'black', true],
  ] as const;
  for (const [tag, name, value, isTaken] of attributes)
    it(`${isTaken ? 'take' : 'leave'} ${name}="${value}" of <${tag}>`, () => {
      expect(isHarmlessAttribute(tag, name, value)).to.equal(isTaken);
    });
});

describe('links of a mail', () => {
  const cases: readonly (readonly [string, string | undefined, string?])[] = [
    ['https://shop.example/a', 'https://shop.example/a', 'shop.example'],
    [' https://shop.example/a b ', 'https://shop.example/a%20b', 'shop.example'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['mailto:nora@feld.example?subject=x&bcc=y@z.example', 'mailto:nora@feld.example', 'nora@feld.example'],
    ['tel:+41445550133', 'tel:+41445550133', '+41445550133'],
    ['tel:+41 44 555 01 33', 'tel:+41445550133', '+41445550133'],
    ['tel:+41%2044%20555\u00A001/33', 'tel:+41445550133', '+41445550133'],
    ['tel:044 555 01 33;ext=12', 'tel:0445550133;ext=12', '0445550133;ext=12'],
    ['tel:*21*044#', undefined],
    ['mailto:a@x.example,b@y.example', 'mailto:a@x.example,b@y.example', 'a@x.example, b@y.example'],
    ['mailto:a@x.example; b@y.example?cc=c@z.example', 'mailto:a@x.example,b@y.example', 'a@x.example, b@y.example'],
    ['mailto:müller@bücher.example', 'mailto:m%C3%BCller@xn--bcher-kva.example', 'müller@bücher.example'],
    ['mailto:m%C3%BCller@b%C3%BCcher.example', 'mailto:m%C3%BCller@xn--bcher-kva.example', 'müller@bücher.example'],
    ['mailto:a@x.example,not one', undefined],
    ['mailto:a\u202Eb@x.example', undefined],
    ['mailto:?subject=x', undefined],
    ['mailto:', undefined],
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
    ['Open your case at bank.example', 'https://evil.example/login', true],
    ['Open your case at bank.example', 'https://bank.example/login', false],
    ['see (https://bank.test/x) now', 'https://evil.example/login', true],
    ['https://203.0.113.9/login', 'https://evil.example/', true],
    ['http://[2001:db8::1]/', 'https://evil.example/', true],
    ['https://203.0.113.9/login', 'https://203.0.113.9/', false],
    ['https://intranet/login', 'https://evil.example/', true],
    ['https://bank.xn--p1ai/', 'https://evil.example/', true],
    ['bank.xn--p1ai', 'https://evil.example/', true],
    ['www.bank.xn--p1ai', 'https://bank.xn--p1ai/x', false],
    ['bank\u200B.exam\u00ADple', 'https://evil.example/', true],
    ['nora@bank\u2060.example', 'mailto:nora@evil.example', true],
    ['+41 44\u200B 555 01 33', 'tel:+419009999999', true],
    ['https://bank。example/', 'https://evil.example/', true],
    ['www.bank.example/a b', 'https://bank.example/a', false],
    ['Version 10.4.2.1', 'https://evil.example/', false],
    ['12:30 https://', 'https://evil.example/', false],
    ['https://bank.example/report.com', 'https://bank.example/', false],
    ['bank.example/report.com', 'https://bank.example/', false],
    ['See https://bank.example.', 'https://bank.example/', false],
    ['(https://bank.example:8443)', 'https://bank.example:8443/', false],
    ['Das ist so.Und das auch.', 'https://evil.example/', false],
    ['invoice_4711.pdf', 'https://files.example/s/1', false],
    ['Report of May.docx', 'https://files.example/s/1', false],
    ['see readme.md and photos.zip', 'https://files.example/s/1', false],
    ['https://bank.zip', 'https://evil.example/', true],
    ['bank.example/invoice.pdf', 'https://evil.example/', true],
    ['bank.example', 'mailto:nora@bank.example', false],
    ['bank.example', 'mailto:nora@evil.example', true],
    ['nora@bank.example', 'mailto:nora@evil.example', true],
    ['Nora@bank.example', 'mailto:nora@bank.example', false],
    ['b@y.example', 'mailto:a@x.example,b@y.example', false],
    ['nora@bank.example', 'https://evil.example/', true],
    ['leave the list of nora@bank.example', 'https://lists.example/', false],
    ['+41 44 555 01 33', 'tel:+41445550133', false],
    ['call (044) 555 01 33', 'tel:+41445550133', false],
    ['+41 44 555 01 33', 'tel:+419009999999', true],
    ['call us', 'tel:+419009999999', false],
    ['a.'.repeat(50_000), 'https://evil.example/', false],
  ];
  for (const [text, href, isLie] of lies)
    it(`${text.slice(0, 40)} → ${href}: ${isLie ? 'a lie' : 'no lie'}`, () => {
      expect(isLyingLink(text, mailLink(href)!)).to.equal(isLie);
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
    [0, '0 bytes'],
    [1, '1 byte'],
    [812, '812 bytes'],
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

  for (const [locale, words] of [
    ['de', '812 Byte'],
    ['es', '812 bytes'],
    ['fr', '812 octets'],
  ] as const)
    it(`is said in the words of ${locale}`, () => {
      expect(fileSize(812, locale)?.replace(/\s/gu, ' ')).to.equal(words);
    });
});
