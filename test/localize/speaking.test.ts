import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/session-details/session-details.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import type { WorkspaceHandle } from '../../src/context/workspace-handle.js';
import { firstWords, keepSpeaking } from '../../src/effects/speaking.js';
import { createLocalization, followLanguage, localizationIn } from '../../src/index.js';
import type { OwnLanguages, SessionProvider } from '../../src/index.js';
import { english } from '../../src/localize/english.js';
import { aGateway } from '../../stories/scenarios/builders.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { settled, storeIn, textOf, until } from '../support/mounting.js';

/** A provider in a language, and all that it has shown since. */
async function speaking(lang: string | undefined): Promise<{ provider: SessionProvider; shown: string[] }> {
  const provider = document.createElement('session-provider');
  if (lang !== undefined) provider.lang = lang;
  provider.gateway = aGateway({ sessions: [theCall] });
  await fixture(html`<div>${provider}</div>`);
  const element = document.createElement('session-details');
  element.sessionId = 'call-1';
  const shown: string[] = [];
  provider.append(element);
  new MutationObserver(() => shown.push(textOf(element))).observe(element.renderRoot, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  await settled(provider);
  return { provider, shown };
}

const speaks = (provider: SessionProvider, word: string): Promise<void> => until(() => textOf(provider).includes(word));

describe('a workspace', () => {
  for (const lang of ['de', 'de-CH', 'de_AT.UTF-8', 'DE'])
    it(`speaks German in “${lang}”, and nothing else before it does`, async () => {
      const { provider, shown } = await speaking(lang);
      await speaks(provider, 'Anrufer');
      expect(textOf(provider)).to.contain('Anrufer');
      expect(shown.filter((text) => text.includes('Caller'))).to.deep.equal([]);
    });

  it('speaks English in the formats of a language that the kit does not speak', async () => {
    const { provider } = await speaking('nl');
    await speaks(provider, 'Caller');
    expect(textOf(provider)).to.contain('Caller');
    const { locale } = await localizationIn('nl');
    expect(locale).to.equal('nl');
  });

  it('turns to another language when its provider does, and keeps its store', async () => {
    const { provider, shown } = await speaking('en');
    const store = storeIn(provider);
    expect(textOf(provider)).to.contain('Caller');
    provider.lang = 'de';
    await speaks(provider, 'Anrufer');
    expect(textOf(provider)).to.contain('Anrufer');
    provider.lang = 'en';
    await speaks(provider, 'Caller');
    expect(textOf(provider)).to.contain('Caller');
    expect(storeIn(provider) === store).to.equal(true);
    expect(shown.filter((text) => text === '')).to.deep.equal([]);
  });

  it('turns to the language that its provider was given while what follows it was on its way', async () => {
    const { provider } = await speaking('en');
    const store = storeIn(provider);
    provider.remove();
    provider.lang = 'de';
    const spoken: string[] = [];
    const opened = { provider, store, localization: createLocalization('en') } as unknown as WorkspaceHandle;
    const stop = keepSpeaking(opened, localizationIn, ({ locale }) => spoken.push(locale));
    await until(() => spoken.length > 0);
    stop();
    expect(spoken).to.deep.equal(['de']);
  });

  it('turns to another language when its page does, unless it has one of its own', async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'en';
    const { provider } = await speaking(undefined);
    const { provider: other } = await speaking('en');
    document.documentElement.lang = 'de';
    await speaks(provider, 'Anrufer');
    const [own, others] = [textOf(provider), textOf(other)];
    document.documentElement.lang = lang;
    expect(own).to.contain('Anrufer');
    expect(others).to.contain('Caller');
  });

  it('says what its host says, whatever its language', async () => {
    const { provider } = await speaking('de');
    provider.localization = createLocalization('de', english);
    await speaks(provider, 'Caller');
    expect(textOf(provider)).to.contain('Caller');
    provider.localization = undefined;
    await speaks(provider, 'Anrufer');
    expect(textOf(provider)).to.contain('Anrufer');
  });

  it('waits for words, but no longer than a second', async () => {
    const provider = document.createElement('session-provider');
    const before = performance.now();
    await firstWords(provider).promise;
    expect(performance.now() - before).to.be.within(900, 9000);
  });
});

describe('words of a host', () => {
  const own: OwnLanguages = {
    en: { 'session-details': { caller: 'Who calls' } },
    de: { 'session-details': { caller: 'Anruferin oder Anrufer' } },
    'de-CH': () => ({ common: { cancel: 'Abbruch' } }),
    nl: ({ count }) =>
      Promise.resolve({ list: { waiting: (cards) => count(cards, { one: '# kaart', other: '# kaarten' }) } }),
  };

  const cases: readonly (readonly [string, caller: string | undefined, cancel: string, more: string | undefined])[] = [
    ['en-GB', 'Who calls', 'Cancel', '2 new'],
    ['de', 'Anruferin oder Anrufer', 'Abbrechen', '2 neu'],
    ['de-CH', 'Anruferin oder Anrufer', 'Abbruch', '2 neu'],
    ['nl', 'Caller', 'Cancel', '2 kaarten'],
  ];
  for (const [language, caller, cancel, more] of cases)
    it(`go before those of the kit, one by one: ${language}`, async () => {
      const { strings } = await localizationIn(language, own);
      expect([strings['session-details']?.caller, strings.common.cancel, strings.list?.waiting(2)]).to.deep.equal([
        caller,
        cancel,
        more,
      ]);
    });

  it('are left out where they would break what says them', async () => {
    const broken = { en: { list: { waiting: 'more', title: 3, section: null }, common: undefined } } as unknown;
    const { strings } = await localizationIn('en', broken as OwnLanguages);
    expect(strings).to.deep.equal(english);
  });

  it('may name what only the backend knows', async () => {
    const { strings } = await localizationIn('de', { de: { presence: { lunch: 'Mittag' } as object } });
    expect(strings.presence).to.include({ lunch: 'Mittag', away: 'Abwesend' });
  });

  it('follow the language of a provider, until they are stopped', async () => {
    const { provider } = await speaking('en');
    const stop = await followLanguage(provider, own);
    await settled(provider);
    expect(textOf(provider)).to.contain('Who calls');
    provider.lang = 'de';
    await speaks(provider, 'Anruferin');
    expect(textOf(provider)).to.contain('Anruferin oder Anrufer');
    stop();
    provider.lang = 'en';
    await settled(provider);
    expect(textOf(provider)).to.contain('Anruferin oder Anrufer');
  });

  it('say why they could not be had', async () => {
    const { provider } = await speaking('en');
    const why = await followLanguage(provider, { en: () => Promise.reject(new Error('no words')) }).catch(String);
    expect(why).to.equal('Error: no words');
    expect(textOf(provider)).to.contain('Caller');
  });
});
