import { expect } from '@open-wc/testing';
import { TextJudge } from '../support/text-judge.js';
import { strangeHosts } from '../support/text-sweep.js';

/**
 * Texts that do no harm and have a consequence each: an element may look as it does with one of them and not otherwise.
 */
const HARMLESS: readonly string[] = [
  'harmless',
  'two\nlines',
  'bell\u0007',
  `${location.origin}/test/support/framed-page.xhtml`,
  'somebody@harmless.example',
  'write to somebody@harmless.example',
  'this//or that',
  'this//or somebody@harmless.example',
  'this//or <img src="https://harmless.example/1.png">',
  'x'.repeat(150),
  'x'.repeat(500),
  'x'.repeat(500) + '\u0007',
];

const texts: Readonly<Record<string, string>> = {
  'a script': '<script>globalThis.hostile = true</script>',
  'an image with a handler': '<img src=x onerror="globalThis.hostile = true">',
  'an attribute that ends early': '" onfocus="globalThis.hostile = true" autofocus x="',
  'an attribute in other quotes': "' onmouseover='globalThis.hostile = true' x='",
  'a vector image': '<svg/onload=globalThis.hostile=true><a xlink:href="javascript:hostile=1">x</a></svg>',
  'a frame': '<iframe srcdoc="<script>parent.hostile = true</script>"></iframe>',
  'an element of the kit': '<my-sessions></my-sessions><session-provider>',
  'a javascript address': 'javascript:globalThis.hostile=true//',
  'a data address': 'data:text/html,<script>parent.hostile=true</script>',
  'an end of everything': '</bdi></p></div></template></style></title></textarea>--><b>out</b>',
  'template syntax':
    '${globalThis.hostile = true} {{constructor.constructor("hostile=true")()}} <%= hostile %> #{hostile}',
  'markers of a template engine': '<!--?lit$1$--> {{lit-1}} lit$0$ <?>',
  entities: '&lt;b&gt; &#60;script&#62; &amp;amp;',
  'names of prototypes': '__proto__',
  'a constructor': 'constructor',
  'direction overrides': 'photo\u202Egnp.exe \u2066isolated\u2069 \u200Fmark',
  'invisible characters': 'in\u200Bvis\u200Dible\uFEFF\u00AD\u2060',
  'lone surrogates': 'high \uD83D low \uDE00 end \uD83D',
  'joined emoji': '👩‍👩‍👧‍👦'.repeat(60) + ' 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽',
  'control characters': 'bell\u0007 null\u0000 escape\u001B[31m line\u2028paragraph\u2029',
  'newlines and tabs': 'one\r\ntwo\tthree\n\n\n',
  'Japanese, Arabic, Thai': '山田花子 ليلى حداد สวัสดี',
  'marks of formatting': '**bold** *em* ~~gone~~ `code` [a link](https://harmless.example/a) <b>b</b>',
  'links that run':
    '[run](javascript:globalThis.hostile=1) [data](data:text/html,x) <javascript:hostile=1> [x](vbscript:x)',
  'images of a tracker': '![seen](https://tracker.invalid/1.png) <img src="https://tracker.invalid/2.png">',
  'styles and links of a page':
    '<style>*{background:url(https://tracker.invalid/3)}</style><link rel="stylesheet" href="https://tracker.invalid/4"><base href="https://tracker.invalid/"><meta http-equiv="refresh" content="0;url=https://tracker.invalid/5">',
  'images of styles': '<p style="background:url(https://tracker.invalid/6);position:fixed;inset:0">over everything</p>',
  'a form':
    '<form action="https://tracker.invalid/7"><input name="password"><button formaction="javascript:hostile=1">go</button></form>',
  'a link that lies': '<a href="https://tracker.invalid/8" ping="https://tracker.invalid/9">https://bank.example/</a>',
  'lists and fences': '- one\n- two\n\n1. three\n\n```\n<script>hostile = true</script>\n```\n> quoted\n# heading',
  'an address of a frame': 'https://user:hostile@tracker.invalid/',
};

describe('a hostile text', () => {
  const judge = new TextJudge();

  before(async function () {
    this.timeout(100_000);
    await judge.learn(HARMLESS);
  });

  it('would be noticed if it asked another server for something', async () => {
    const image = new Image();
    image.src = 'https://tracker.invalid/noticed.png';
    await new Promise((resolve) => (image.onerror = resolve));
    expect(strangeHosts(document.body)).to.deep.equal([image.src]);
    performance.clearResourceTimings();
  });

  for (const [name, text] of Object.entries(texts))
    it(`is text in every element: ${name}`, async function () {
      this.timeout(60_000);
      await judge.judge(text);
    });
});
