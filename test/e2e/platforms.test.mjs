// npm start -- --platforms: one agent at four contact centres, three of them by the SDKs of their vendors.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHost, openPage } from '../support/host-pages.mjs';

/** Who comes first at each. */
const FIRST = { 'Amazon Connect': 'Leona Fabel', Twilio: 'Noor Haddad', 'Genesys Cloud': 'Ines Carvalho' };

/** As a module, Streams asks for the global object in a way that a strict page refuses, and takes another one then. */
const OF_STREAMS = /'TrustedScript' assignment|^require-trusted-types-for trusted-types-sink /;

describe('the portal over three platforms and the house', { timeout: 120_000 }, () => {
  let host;
  let page;
  let complaints;
  before(async () => {
    host = await openHost('--platforms');
    ({ page, complaints } = await openPage(host, ''));
  });
  after(() => host.close());

  const status = () => page.locator('connection-status .word');
  const said = (word) =>
    status()
      .filter({ hasText: new RegExp(`^\\s*${word}\\s*$`) })
      .waitFor();
  const card = (name, section) => page.locator(`sessions-list section.${section} .card`, { hasText: name });
  const verb = (name) => page.locator(`session-pane:visible [data-verb="${name}"]`);
  /** By keyboard, as clicks just after the list has moved do not count. */
  const turnTo = async (name, section) => {
    await card(name, section).press('Enter');
    await page.locator('session-pane:visible article.pane > header').getByText(name).waitFor();
  };
  const turn = (act, platform) => page.getByRole('button', { name: `${act} ${platform}` }).click();

  it('has an offer of each, which become one list of what is in hand', async () => {
    for (const name of Object.values(FIRST)) {
      const offer = page.locator('task-offers li', { hasText: name });
      await offer.locator('[data-verb="session.accept"]').press('Enter');
      await card(name, 'active').waitFor();
    }
    await said('Live');
    const strange = complaints.filter((text) => !OF_STREAMS.test(text));
    assert.deepEqual(strange, []);
  });

  it('shows what customers say, however each platform tells it', async () => {
    for (const [platform, words] of Object.entries({
      Twilio: 'has taken some tiles off our roof',
      'Genesys Cloud': 'has a crack in its glass',
      'Amazon Connect': 'my card was declined twice today',
    })) {
      await turnTo(FIRST[platform], 'active');
      await page.locator('session-pane:visible').getByText(words).first().waitFor();
    }
  });

  it('names the one that is lost while the others go on, and has it back', async () => {
    await turn('Stop', 'Twilio');
    await said('Twilio: Reconnecting');
    await turn('Stop', 'Genesys Cloud');
    await said('Twilio: Reconnecting, Genesys Cloud: Reconnecting');
    const [word, keys] = await Promise.all(
      [status(), page.locator('my-sessions .keys').first()].map((one) => one.boundingBox()),
    );
    assert.ok(word.x + word.width <= keys.x, 'the names of the lost ones stay in their place');
    await turn('Start', 'Genesys Cloud');
    await said('Twilio: Reconnecting');
    await turnTo(FIRST['Genesys Cloud'], 'active');
    await verb('session.park').press('Enter');
    await card(FIRST['Genesys Cloud'], 'parked').waitFor();
    await turnTo(FIRST['Amazon Connect'], 'active');
    await verb('session.hold').press('Enter');
    await verb('session.resume').waitFor();
    await turn('Start', 'Twilio');
    await said('Live');
    await turnTo(FIRST.Twilio, 'active');
    await verb('session.end').press('Enter');
    await card(FIRST.Twilio, 'history').waitFor();
  });

  for (const platform of ['Amazon Connect', 'Genesys Cloud'])
    it(`has another one back: ${platform}`, async () => {
      await turn('Stop', platform);
      await said(`${platform}: Reconnecting`);
      await turn('Start', platform);
      await said('Live');
    });
});
