import { expect, fixture, html } from '@open-wc/testing';
import { displayableText } from '../../src/core/text/displayable-text.js';
import type { SessionProvider, SessionStore } from '../../src/index.js';
import { allWithin, frame, rawTextOf, settled } from '../support/mounting.js';
import { SESSION_IDS, failEverything, textEverywhere } from '../support/text-everywhere.js';

// A new element is covered once it has a folder.
const definitions = import.meta.glob('../../src/components/*/*.define.ts', { eager: true });
const tags = Object.keys(definitions).map((path) => path.split('/').at(-2) ?? '');
/** These show no text of anybody, or only when they are asked for it. */
const WORDLESS = ['connection-status', 'session-provider', 'task-capacity', 'transcript-tools'];
/** These show texts of the service alone: none of the offer, whose service nobody knows. */
const OF_THE_SERVICE = ['conversation-context', 'embedded-context', 'session-map'];
const isWordless = (tag: string, id: string): boolean =>
  WORDLESS.includes(tag) || (OF_THE_SERVICE.includes(tag) && id === 'ringing');

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
};

/** Each would freeze a browser, or keep it busy for long, if it were laid out as it is. */
const bombs: Readonly<Record<string, string>> = {
  'a hundred thousand combining marks': `a${'\u0301'.repeat(100_000)}`,
  'a million overrides': '\u202E'.repeat(1_000_000),
  'a million isolates': '\u2067'.repeat(1_000_000),
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

function put(store: SessionStore, tag: string, sessionId: string): Promise<SessionProvider> {
  const element = Object.assign(document.createElement(tag), { sessionId });
  return fixture<SessionProvider>(html`<session-provider lang="en" .store=${store}>${element}</session-provider>`);
}

const READ_BY_PEOPLE = ['title', 'aria-label', 'placeholder', 'alt'];

/** What people read: texts and tooltips whose marks pile up, or that turn the direction of what follows. */
const wild = (root: ParentNode): string[] =>
  [
    rawTextOf(root),
    ...allWithin(root).flatMap((element) => READ_BY_PEOPLE.map((name) => element.getAttribute(name) ?? '')),
  ]
    .filter((text) => /\p{M}{9}|[\u202D\u202E]/u.test(text))
    .map((text) => text.slice(0, 40));

/** A word in a class would choose a style of ours. */
const classesOf = (root: ParentNode): string[] => [
  ...new Set(allWithin(root).flatMap((element) => [...element.classList])),
];

const names = (root: ParentNode): string[] =>
  allWithin(root)
    .map(({ localName }) => localName)
    .filter((name) => name !== 'details' && name !== 'summary');

describe('a hostile text', () => {
  const shapes = new Map<string, string[]>();
  const styles = new Map<string, string[]>();

  before(async () => {
    const store = textEverywhere('harmless');
    await failEverything(store);
    for (const tag of tags)
      for (const id of SESSION_IDS) {
        const provider = await put(store, tag, id);
        await settled(provider);
        shapes.set(`${tag} ${id}`, names(provider));
        styles.set(`${tag} ${id}`, classesOf(provider));
        provider.remove();
      }
    store.dispose();
  });

  for (const [name, text] of Object.entries({ ...texts, ...bombs })) {
    describe(name, () => {
      const ids = name in bombs ? SESSION_IDS.slice(0, 1) : SESSION_IDS;
      for (const tag of tags) {
        it(`is text in <${tag}>`, async function () {
          this.timeout(60_000);
          const watch = new Watch();
          const store = textEverywhere(text);
          await failEverything(store);
          for (const id of ids) {
            const start = performance.now();
            const provider = await put(store, tag, id);
            await settled(provider);
            const { height } = provider.firstElementChild!.getBoundingClientRect();
            // Laid out as it is, each of a dozen values would take half a minute.
            expect(performance.now() - start, `${id}, ${String(height)} px high`).to.be.below(10_000);
            expect(names(provider), id).to.deep.equal(shapes.get(`${tag} ${id}`));
            if (!isWordless(tag, id))
              expect(rawTextOf(provider).includes(displayableText(text, 200)), id).to.equal(true);
            expect(wild(provider), id).to.deep.equal([]);
            expect(classesOf(provider), id).to.deep.equal(styles.get(`${tag} ${id}`));
            provider.remove();
          }
          await frame();
          store.dispose();
          expect(watch.end()).to.deep.equal([]);
        });
      }
    });
  }
});
