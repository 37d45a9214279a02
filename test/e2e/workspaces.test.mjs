// One agent, three services: each session brings its own workspace, and everything in it works on a page with a strict policy.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openHost, openPage, tabTo } from '../support/host-pages.mjs';

/** What the owners of the built-in services switched on: where the conversation is, and beside it. */
const WORKSPACES = [
  {
    service: 'Card Service Line',
    main: ['transcript-view'],
    tabs: ['Conversation', 'Customer', 'Customer record'],
    beside: ['Session details', 'Codes and tags', 'Notes', 'Conversation context'],
  },
  {
    service: 'Order Desk',
    main: ['companion-chat'],
    inside: 'chat-conversation',
    tabs: ['Conversation', 'Customer'],
    beside: ['Session details', 'Codes and tags', 'Notes', 'Conversation context'],
  },
  {
    service: 'Claims Mailbox',
    main: ['companion-chat'],
    inside: 'email-conversation',
    tabs: ['Conversation', 'Customer', 'Claim file'],
    beside: ['Session details', 'Codes and tags', 'Notes'],
  },
];

const ELEMENTS = new Map([
  ['Session details', 'session-details'],
  ['Codes and tags', 'codes-tags'],
  ['Notes', 'session-notes'],
  ['Conversation context', 'conversation-context'],
]);

describe('the workspaces of one agent', { timeout: 180_000 }, () => {
  let host;
  before(async () => (host = await openHost()));
  afterEach(() => host.closePages());
  after(() => host.close());

  const pane = (page) => page.locator('session-pane:visible');
  const underWay = (page) => page.locator('sessions-list :is(section.active, section.parked) .card');

  /** Turns to the session under way of a service, by keyboard. */
  async function turnTo(page, service) {
    await underWay(page).filter({ hasText: service }).press('Enter');
    await pane(page).locator('.facts').getByText(service).waitFor();
  }

  /** Turns to a parked session and goes on with it; where that fails once, as some do, the agent tries again. */
  async function takeUp(page, service) {
    await turnTo(page, service);
    const controls = pane(page).locator('session-controls');
    // What is being taken up can be parked again: only what can be transferred is there.
    const transfer = controls.locator('[data-verb="session.transfer"]');
    const failure = page.locator('my-sessions .say').getByText('Unparking failed');
    const unpark = controls.locator('[data-verb="session.unpark"]');
    await unpark.press('Enter');
    await transfer.or(failure).waitFor();
    if (await transfer.isVisible()) return;
    await unpark.press('Enter');
    await transfer.waitFor();
  }

  /** The elements in a part of the pane, in order; what stands in their shadow roots is theirs. */
  const elementsIn = (page, part) =>
    pane(page)
      .locator(part)
      .evaluate((place) =>
        [...place.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name.includes('-')),
      );

  it('have exactly the widgets that their services configure, in that order', async () => {
    const { page, complaints } = await openPage(host, '');
    for (const { service, main, inside, tabs, beside } of WORKSPACES) {
      await turnTo(page, service);
      const last = ELEMENTS.get(beside.at(-1));
      await pane(page).locator(last).waitFor();
      await pane(page)
        .locator(inside ?? main.at(-1))
        .waitFor();
      assert.deepEqual(await elementsIn(page, '.main > .conversation'), main, service);
      assert.deepEqual(await pane(page).getByRole('tab').allInnerTexts(), tabs, service);
      assert.deepEqual(await pane(page).locator('.widget > h3').allInnerTexts(), beside, service);
      assert.deepEqual(
        await elementsIn(page, '.main > .widgets'),
        beside.map((heading) => ELEMENTS.get(heading)),
        service,
      );
    }
    assert.deepEqual(complaints, []);
  });

  it('give each part of a session room of its own, stacked and side by side', async () => {
    const { page } = await openPage(host, '');
    for (const [width, height] of [
      [1600, 900],
      [1280, 800],
      [900, 800],
      [320, 720],
    ]) {
      await page.setViewportSize({ width, height });
      for (const { service } of WORKSPACES) {
        await turnTo(page, service);
        // What stands side by side is decided with the first frame that shows it, before it is painted.
        await page.evaluate(
          () =>
            new Promise((painted) => globalThis.requestAnimationFrame(() => globalThis.requestAnimationFrame(painted))),
        );
        const places = await pane(page)
          .locator('article.pane > header, article > .tabs, .main > .panel:not([inert])')
          .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
        const overlaps = places.filter((one) =>
          places.some(
            (other) =>
              one !== other &&
              one.left + 1 < other.right &&
              other.left + 1 < one.right &&
              one.top + 1 < other.bottom &&
              other.top + 1 < one.bottom,
          ),
        );
        assert.deepEqual(overlaps, [], `${service} at ${width} px`);
        // What is larger than its part is cut or scrolls there.
        const spills = await pane(page)
          .locator('.main > .conversation')
          .evaluate((part) => {
            const { overflowY } = getComputedStyle(part);
            const bottom = part.getBoundingClientRect().bottom + 1;
            return (
              overflowY === 'visible' &&
              [...part.children].some((child) => child.getBoundingClientRect().bottom > bottom)
            );
          });
        assert.equal(spills, false, `${service} at ${width} px`);
      }
    }
  });

  it('let an agent write in a chat with the keyboard alone, formatted, and see that it was delivered', async () => {
    const { page, complaints } = await openPage(host, '');
    await takeUp(page, 'Order Desk');
    const field = pane(page).locator('chat-conversation .surface');
    await field.waitFor();
    await tabTo(page, '.surface');
    await page.keyboard.type('Please take ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('size 39');
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' this time.');
    await page.keyboard.press('Enter');

    const message = pane(page).locator('.message.own').filter({ hasText: 'this time.' });
    await message.waitFor();
    assert.equal((await message.locator('.bubble').innerText()).trim(), 'Please take size 39 this time.');
    assert.equal(await message.locator('strong').innerText(), 'size 39');
    await message
      .locator('.state')
      .getByText(/Delivered|Read/)
      .waitFor();
    assert.equal((await field.innerText()).trim(), '', 'the field is free for the next message');
    assert.deepEqual(complaints, []);
  });

  it('show a mail with its formatting in a frame that runs nothing, and answer it', async () => {
    const { page, complaints } = await openPage(host, '');
    await takeUp(page, 'Claims Mailbox');
    const frame = pane(page).locator('email-conversation iframe');
    await frame.waitFor();
    assert.doesNotMatch(await frame.getAttribute('sandbox'), /allow-scripts|allow-forms|allow-top/);
    const table = frame.contentFrame().getByRole('table');
    await table.waitFor();
    assert.equal(await table.evaluate((element) => getComputedStyle(element).borderCollapse), 'collapse');
    await pane(page).getByText('1 image was not loaded').waitFor();

    // No engine but Firefox shows by itself that the focus is in what a frame scrolls.
    const ring = () => frame.evaluate((element) => getComputedStyle(element).outlineStyle);
    assert.equal(await ring(), 'none');
    await tabTo(page, 'iframe');
    await pane(page).locator('iframe[data-focused]').waitFor();
    assert.equal(await ring(), 'solid');
    await tabTo(page, '[data-act="reply"]');
    assert.equal(await ring(), 'none');

    await tabTo(page, '[data-act="reply"]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.matches('.surface');
    });
    await page.keyboard.type('The fitter may begin on Wednesday.');
    await page.keyboard.press('Control+Enter');
    await pane(page).locator('.answer').getByText('The fitter may begin on Wednesday.').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('keep what is typed into a framed record while the agent turns to other sessions', async () => {
    const { page, complaints } = await openPage(host, '?speed=4');
    await turnTo(page, 'Claims Mailbox');
    await pane(page).getByRole('tab', { name: 'Claim file' }).click();
    const notes = pane(page).locator('embedded-context iframe').contentFrame().locator('textarea');
    await notes.click();
    await page.keyboard.type('Asks who pays for the drying');
    await pane(page).locator('embedded-context .unsaved').waitFor();
    await turnTo(page, 'Order Desk');
    await turnTo(page, 'Card Service Line');
    await page.locator('sessions-list section.history .card').first().press('Enter');
    await turnTo(page, 'Claims Mailbox');
    assert.equal(await notes.inputValue(), 'Asks who pays for the drying');
    await pane(page).locator('embedded-context .unsaved').waitFor();
    assert.deepEqual(complaints, []);
  });

  it('are still there after the page was loaded again, with what was written', async () => {
    const { page, complaints } = await openPage(host, '');
    await takeUp(page, 'Order Desk');
    await pane(page).locator('chat-conversation .surface').click();
    await page.keyboard.type('I look that up for you.');
    await page.keyboard.press('Enter');
    const message = pane(page).locator('.message.own').filter({ hasText: 'I look that up for you.' });
    await message
      .locator('.state')
      .getByText(/Delivered|Read/)
      .waitFor();

    await page.reload();
    await message.waitFor();
    for (const { service } of WORKSPACES) await underWay(page).filter({ hasText: service }).waitFor();
    assert.equal(await page.locator('sessions-list section.active').getByText('Order Desk').count(), 1);
    assert.deepEqual(complaints, []);
  });
});
