import { expect, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/task-capacity/task-capacity.define.js';
import { createChatTimes } from '../../src/components/chat-conversation/chat-times.js';
import { fileSize } from '../../src/localize/file-size.js';
import { createLocalization } from '../../src/index.js';
import { chatConversation } from '../../src/localize/en/chat-conversation.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { mount, settled, textOf } from '../support/mounting.js';
import { failures, show } from '../support/text-sweep.js';

const own = new Intl.DateTimeFormat().resolvedOptions().locale;

describe('the language of a page', () => {
  const taken: readonly (readonly [wanted: string, locale: string])[] = [
    ['de', 'de'],
    ['de-CH', 'de-CH'],
    ['de_DE', 'de-DE'],
    ['en_US.UTF-8', 'en-US'],
    ['de-DE@euro', 'de-DE'],
    ['de-', 'de'],
    ['de--AT', 'de-AT'],
    ['de-DE-formal', 'de-DE-formal'],
    ['de-no such thing', 'de'],
    [' fr ', 'fr'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['C', own],
    ['POSIX', own],
    ['auto', own],
    ['x-klingon', own],
    ['i-default', own],
    ['', own],
    ['   ', own],
    ['*', own],
    ['x'.repeat(500), own],
    ['x-'.repeat(250), own],
    [`de-${'x'.repeat(500)}`, 'de'],
    [`de_${'formal_'.repeat(100)}`, 'de-formal'],
    ['\u0000', own],
  ];
  for (const [wanted, locale] of taken)
    it(`is ${locale} for “${wanted}”`, () => {
      expect(createLocalization(wanted).locale).to.equal(locale);
    });

  it('is one that formats can be made in, whatever the page says', () => {
    const at = Date.UTC(2026, 0, 2, 12);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9_@.-]{0,20}$/)), (wanted) => {
        const { formatMoment, formatDuration } = createLocalization(wanted);
        const said = [
          formatMoment(at, at),
          formatDuration(61_000),
          createChatTimes(wanted).timeOf(at),
          createChatTimes(wanted).dayOf(at, 0, chatConversation),
          fileSize(2048, wanted),
        ];
        return said.every((text) => text !== undefined && text.length > 0);
      }),
    );
  });

  it('is found, and counts, without asking the browser for its formats as it is with asking', () => {
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
    const regions = letters.flatMap((one) => letters.map((other) => `-${one}${other}`));
    for (const wanted of ['de', 'en', 'es', 'fr', 'it'].flatMap((language) =>
      ['', ...regions].map((region) => language + region),
    )) {
      const { locale, formatDuration } = createLocalization(wanted);
      expect(locale).to.equal(Intl.DateTimeFormat.supportedLocalesOf(wanted)[0]);
      const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
      expect(formatDuration(3_723_000), locale).to.equal(
        `${(1).toLocaleString(locale)}:${two.format(2)}:${two.format(3)}`,
      );
    }
    expect(createLocalization('ar-EG').formatDuration(61_000)).to.equal('١:٠١');
    expect(createLocalization('en-u-nu-thai').formatDuration(61_000)).to.equal('๑:๐๑');
  });

  // As pages and their translators mark them.
  const refused = ['de_DE', 'en_US.UTF-8', 'C', 'auto', 'x-klingon', '', '  ', 'x'.repeat(500), 'de-DE-u-nu-\u0000'];
  const places: Readonly<Record<string, (provider: HTMLElement, lang: string) => void>> = {
    provider: (provider, lang) => {
      provider.lang = lang;
    },
    page: (provider, lang) => {
      provider.removeAttribute('lang');
      document.documentElement.lang = lang;
    },
    element: (provider, lang) => {
      for (const element of provider.children) element.setAttribute('lang', lang);
    },
  };
  for (const [place, mark] of Object.entries(places))
    it(`does not keep a workspace from being shown, whatever the ${place} is marked with, then or later`, async () => {
      const { lang } = document.documentElement;
      const { provider } = await mount(html`<session-details session-id="call-1"></session-details>`, {
        sessions: [theCall],
      });
      const shown: string[] = [];
      for (const wanted of refused) {
        mark(provider, wanted);
        await settled();
        shown.push(textOf(provider));
        provider.gateway = aGateway({ sessions: [theCall] });
        await settled();
        shown.push(textOf(provider));
      }
      document.documentElement.lang = lang;
      expect(shown.filter((text) => !text.includes('Nora Feld'))).to.deep.equal([]);
      expect(shown).to.have.lengthOf(2 * refused.length);
    });

  it('may be none in a localization of a host, too', async () => {
    const { provider } = await mount(html`<session-details session-id="call-1"></session-details>`, {
      sessions: [theCall],
    });
    provider.localization = { ...createLocalization('de'), locale: 'de_DE.UTF-8' };
    await settled();
    expect(textOf(provider)).to.contain('Nora Feld');
    const day = createChatTimes('de_DE.UTF-8').dayOf(Date.UTC(2026, 0, 2, 12), 0, chatConversation);
    expect(day).to.equal(createChatTimes('de-DE').dayOf(Date.UTC(2026, 0, 2, 12), 0, chatConversation));
  });
});

describe('a localization of a host whose language Intl refuses', () => {
  it('keeps no element from being shown', async () => {
    const scene = await show('Qwaxfrob');
    scene.provider.localization = { ...createLocalization('de'), locale: 'de_DE.UTF-8' };
    await settled(scene.provider);
    expect(scene.all.flatMap(failures)).to.deep.equal([]);
    scene.end();
  }).timeout(60_000);
});

describe('a provider that cannot open what it is given', () => {
  it('says so and shows nothing of what was there before', async () => {
    const { provider, gateway } = await mount(html`<session-details session-id="call-1"></session-details>`, {
      sessions: [theCall],
    });
    expect(textOf(provider)).to.contain('Nora Feld');
    const broken = aGateway();
    Object.defineProperty(broken, 'clock', {
      get: () => {
        throw new TypeError('no clock');
      },
    });
    const said = new Promise<string>((resolve) => {
      const onRejection = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        resolve(String(event.reason));
      };
      window.addEventListener('unhandledrejection', onRejection, { once: true });
    });
    provider.gateway = broken;
    expect(await said).to.contain('no clock');
    await settled();
    expect(textOf(provider)).to.not.contain('Nora Feld');
    expect(gateway.connections).to.equal(0);
    provider.gateway = aGateway({ sessions: [theCall] });
    await settled();
    expect(textOf(provider)).to.contain('Nora Feld');
  });
});
