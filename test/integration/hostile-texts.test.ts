import { expect } from '@open-wc/testing';
import {
  classesOf,
  dangers,
  failures,
  nameOf,
  shapeOf,
  show,
  shows,
  strangeHosts,
  strangers,
  wild,
} from '../support/text-sweep.js';
import type { Scene, Shown } from '../support/text-sweep.js';

/** Why an element shows no text of anybody, for these sessions or for all. */
const WORDLESS: readonly (readonly [tag: string, ids: RegExp, why: string])[] = [
  ['connection-status', /./, 'speaks of the connection, in words of its own'],
  ['session-provider', /./, 'is only there for others'],
  ['task-capacity', /./, 'counts, and names modalities in words of its own'],
  ['companion-chat', /^(?:talking|ringing|over|forgotten)$/, 'says that a call has no written conversation'],
  ['live-caption', /^(?:over|forgotten)$/, 'says that a call that is over has no captions'],
  ['transcript-tools', /^(?:over|forgotten|strange)$/, 'has a note for calls that go on only'],
  ['transcript-tools', /^(?:chat|closed|mail|plain-mail|task)$/, 'has a note for calls only'],
  ['conversation-context', /^strange$/, 'a service that nobody knows has no items'],
  ['embedded-context', /^strange$/, 'a service that nobody knows frames nothing'],
  ['session-map', /^strange$/, 'a service that nobody knows names no parameter'],
];
const isWordless = ({ tag, id }: Shown): boolean => WORDLESS.some(([own, ids]) => own === tag && ids.test(id));

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
  'x'.repeat(2000),
  'x'.repeat(9000),
  'x'.repeat(30_000),
  'x'.repeat(600_000),
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
  'a word without end': 'x'.repeat(9000),
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
  'marks nested deep': `${'>'.repeat(500)}${'- '.repeat(500)}${'*'.repeat(501)}x${'['.repeat(500)}`,
  'elements nested deep': `${'<div>'.repeat(300)}deep`,
  'an address of a frame': 'https://user:hostile@tracker.invalid/',
};

/** Each would freeze a browser, or keep it busy for long, if it were laid out as it is. */
const bombs: Readonly<Record<string, string>> = {
  'a hundred thousand combining marks': `a${'\u0301'.repeat(100_000)}`,
  'three hundred thousand overrides': '\u202E'.repeat(300_000),
  'three hundred thousand isolates': '\u2067'.repeat(300_000),
  'a hundred thousand elements': '<div>'.repeat(100_000),
  'a million characters': 'lorem <b>ipsum</b> '.repeat(55_000),
};

/** What a page must not be asked by a text. */
class Watch {
  readonly happened: string[] = [];
  readonly #real = { alert: globalThis.alert, confirm: globalThis.confirm, prompt: globalThis.prompt };

  constructor() {
    for (const name of ['alert', 'confirm', 'prompt'] as const)
      globalThis[name] = () => {
        this.happened.push(name);
        return null as never;
      };
  }

  end(): readonly string[] {
    Object.assign(globalThis, this.#real);
    for (const name of ['hostile', 'polluted'])
      if (name in globalThis || name in {}) this.happened.push(`${name} was set`);
    return this.happened;
  }
}

/** What an element looks like with texts that do no harm. */
interface Allowed {
  readonly shapes: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
}

const shapeKey = (shown: Shown): string => shapeOf(shown).join(' ');

describe('a hostile text', () => {
  const allowed = new Map<string, Allowed>();

  before(async function () {
    this.timeout(60_000);
    performance.setResourceTimingBufferSize(100_000);
    performance.clearResourceTimings();
    for (const text of HARMLESS) {
      const scene = await show(text);
      for (const shown of scene.all) {
        const { shapes = [], classes = [] } = allowed.get(nameOf(shown)) ?? {};
        allowed.set(nameOf(shown), {
          shapes: new Set([...shapes, shapeKey(shown)]),
          classes: new Set([...classes, ...classesOf(shown)]),
        });
      }
      scene.end();
    }
  });

  const findings = (scene: Scene, text: string): readonly string[] =>
    scene.all.flatMap((shown) => {
      const name = nameOf(shown);
      const own = allowed.get(name)!;
      return [
        ...failures(shown).map((failure) => `${name} failed: ${failure}`),
        ...(own.shapes.has(shapeKey(shown)) ? [] : [`${name} looks like ${shapeKey(shown)}`]),
        ...(shows(shown, text) || isWordless(shown) ? [] : [`${name} does not show it`]),
        ...[...classesOf(shown)]
          .filter((word) => !own.classes.has(word))
          .map((word) => `${name} has the class ${word}`),
        ...strangers(shown).map((stranger) => `${name} has a <${stranger}>`),
        ...dangers(shown).map((danger) => `${name} has ${danger}`),
        ...wild(shown).map((marks) => `${name} shows ${marks}`),
      ];
    });

  for (const [name, text] of Object.entries({ ...texts, ...bombs })) {
    it(`is text in every element: ${name}`, async function () {
      this.timeout(60_000);
      const watch = new Watch();
      const start = performance.now();
      const scene = await show(text);
      // Laid out as it is, each of a dozen values would take half a minute.
      const { height } = scene.provider.getBoundingClientRect();
      expect(performance.now() - start, `${String(height)} px high`).to.be.below(20_000);
      expect(findings(scene, text)).to.deep.equal([]);
      expect(strangeHosts(scene.provider)).to.deep.equal([]);
      scene.end();
      expect(watch.end()).to.deep.equal([]);
    });
  }
});
