// The portal page as an agent uses it: strict policy, keyboard only, any width and theme.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { focusPath, openHost, openPage, tabTo, violationsOn } from '../support/host-pages.mjs';

const LOOKS = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['right to left', {}, '?dir=rtl'],
];

describe('the portal page', { timeout: 180_000 }, () => {
  let host;
  before(async () => (host = await openHost()));
  afterEach(() => host.closePages());
  after(() => host.close());

  const header = (page) => page.locator('session-pane:visible article.pane > header');
  const verb = (page, name) => page.locator(`session-pane:visible [data-verb="${name}"]`);

  it('lets an agent answer, talk, park, resume, code, tag and end by keyboard, without a complaint of the browser', async () => {
    const { page, complaints } = await openPage(host, '?speed=2');
    await page.locator('task-offers [data-verb="session.accept"]').first().waitFor();
    const offered = await page.locator('task-offers .title').first().innerText();

    await tabTo(page, '[data-verb="session.accept"]');
    await page.keyboard.press('Enter');
    await page.locator('sessions-list section.active .title', { hasText: offered }).waitFor();
    assert.match(await focusPath(page), /sessions-list > button$/, 'focus stays with the session in the list');
    await header(page).getByText(offered).waitFor();

    await verb(page, 'session.park').waitFor();
    await tabTo(page, '[data-verb="session.park"]');
    await page.keyboard.press('Enter');
    await page.locator('sessions-list section.parked .title', { hasText: offered }).waitFor();
    assert.match(await focusPath(page), /session-controls > /, 'focus stays in the controls when Park is gone');

    await verb(page, 'session.unpark').waitFor();
    await verb(page, 'session.unpark').focus();
    await page.keyboard.press('Enter');
    // What is being taken up can be parked again, and ended when it is there: only then it can be transferred.
    await verb(page, 'session.transfer').waitFor();

    await verb(page, 'session.end').focus();
    await page.keyboard.press('Enter');
    await page.locator('sessions-list section.history .title', { hasText: offered }).waitFor();
    assert.notEqual(await focusPath(page), 'body', 'focus is not lost when the session is over');
    assert.deepEqual(complaints, []);
  });

  it('keeps codes and tags that are set by keyboard', async () => {
    const { page, complaints } = await openPage(host, '');
    await page.locator('session-pane:visible codes-tags select').first().waitFor();
    const primary = page.locator('session-pane:visible codes-tags select').first();
    await primary.focus();
    await page.keyboard.press('ArrowDown');
    const chosen = await primary.inputValue();
    assert.notEqual(chosen, '');
    await tabTo(page, '[role="combobox"]');
    await page.keyboard.type('call back on Friday');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'call back on Friday' }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Saving' }).first().waitFor({ state: 'detached' });
    assert.equal(await primary.inputValue(), chosen);
    assert.deepEqual(complaints, []);
  });

  it('turns to another session and back without losing what was typed and where one read', async () => {
    const { page } = await openPage(host, '');
    const field = page.locator('session-pane:visible codes-tags [role="combobox"]');
    await field.waitFor();
    await field.fill('half a ta');
    const own = page.locator('sessions-list .card[aria-current]');
    const title = await own.locator('.title').innerText();
    await page.locator('sessions-list section.history .card').first().click();
    await header(page).getByText(title).waitFor({ state: 'hidden' });
    // Its customer may have been found meanwhile, and have given it another title.
    const active = page.locator('sessions-list section.active .card').first();
    await active.click();
    await header(page)
      .getByText(await active.locator('.title').innerText())
      .waitFor();
    assert.equal(await field.inputValue(), 'half a ta');
  });

  for (const reducedMotion of ['no-preference', 'reduce'])
    it(`holds back what a widget on its way would move, where motion is: ${reducedMotion}`, async () => {
      const { page } = await openPage(host, '', { reducedMotion });
      const first = page.locator('session-pane:visible .widget').first();
      await first.waitFor({ state: 'attached' });
      const heldBy = await first.evaluate((widget) => {
        // As long as the widget is not there; here it comes with the page.
        const loading = Object.assign(document.createElement('p'), { part: 'loading' });
        widget.append(loading);
        return getComputedStyle(widget.nextElementSibling).animationName;
      });
      assert.equal(heldBy, 'wait');
    });

  it('looks at the same session after a reload, one of the past too', async () => {
    const { page } = await openPage(host, '');
    const card = page.locator('sessions-list section.history .card').first();
    await card.getByText(/\S/).first().waitFor();
    const title = await card.locator('.title').innerText();
    await card.click();
    await header(page).getByText(title).waitFor();
    await page.reload();
    await header(page).getByText(title).waitFor();
    // History is loaded after what is worked on.
    await page.locator('sessions-list section.history .card[aria-current]').waitFor();
  });

  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 1366, height: 600 },
    { width: 320, height: 720 },
  ])
    it(`fits a window of ${viewport.width} by ${viewport.height} px whatever is looked at`, async () => {
      const { page } = await openPage(host, '', { viewport });
      const cards = page.locator('sessions-list .card');
      await cards.first().waitFor();
      for (let at = 0; at < (await cards.count()); at += 1) {
        await cards.nth(at).click();
        await header(page).waitFor();
        const content = await page.evaluate(() => document.documentElement.scrollHeight);
        assert.ok(content <= viewport.height, `session ${at}: ${content} px in ${viewport.height} px`);
      }
    });

  it('cuts nothing off in a window that is magnified to 200 %, and scrolls to it', async () => {
    const { page } = await openPage(host, '', { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 });
    await page.locator('task-offers [data-verb="session.accept"]').first().waitFor();
    const bottoms = await page.evaluate(() => {
      const bottomOf = (element) => element.getBoundingClientRect().bottom + globalThis.scrollY;
      return {
        workspace: bottomOf(document.querySelector('my-sessions')),
        place: bottomOf(document.querySelector('main')),
        page: document.documentElement.scrollHeight,
      };
    });
    assert.ok(bottoms.workspace <= bottoms.place, JSON.stringify(bottoms));
    assert.ok(bottoms.place <= bottoms.page, JSON.stringify(bottoms));
  });

  for (const [name, options, query = ''] of LOOKS) {
    it(`has nothing for axe to find: ${name}`, async () => {
      const { page } = await openPage(host, query, { ...options, bypassCSP: true });
      await page.locator('session-pane:visible .segment').first().waitFor();
      assert.deepEqual(await violationsOn(page), []);
    });

    it(`fits 320 px without scrolling sideways: ${name}`, async () => {
      const { page } = await openPage(host, query, { ...options, viewport: { width: 320, height: 720 } });
      await page.locator('session-pane:visible .segment').first().waitFor();
      const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(content <= width, `${content} px in ${width} px`);
    });
  }
});

describe('the customer record with single widgets', { timeout: 180_000 }, () => {
  let host;
  before(async () => (host = await openHost()));
  afterEach(() => host.closePages());
  after(() => host.close());

  it('shows them in a 300 px panel without the workspace, and without a complaint of the browser', async () => {
    const { page, complaints } = await openPage(host, 'crm.html');
    await page.locator('transcript-view .segment').first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get('my-sessions')), undefined);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('aside > *')]
        .filter((widget) => widget.scrollWidth > widget.clientWidth + 1)
        .map(({ localName }) => localName),
    );
    assert.deepEqual(wide, []);
    assert.deepEqual(complaints, []);
  });

  it('leaves the agent in the field being typed in while sessions come and go', async () => {
    const { page } = await openPage(host, 'crm.html?speed=8');
    const notes = page.locator('textarea[name=notes]');
    await notes.focus();
    const text = 'Asked whether the second card can be sent to the office instead of the flat in Berlin.';
    await page.keyboard.type(text, { delay: 60 });
    assert.equal(await notes.inputValue(), text);
    assert.equal(await focusPath(page), 'textarea');
  });

  it('has nothing for axe to find', async () => {
    const { page } = await openPage(host, 'crm.html', { bypassCSP: true });
    await page.locator('transcript-view .segment').first().waitFor();
    assert.deepEqual(await violationsOn(page), []);
  });
});
