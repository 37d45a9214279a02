/**
 * `npm run room`: how much of a conversation is in sight on the portal page, in px of height, for a call, a chat and a mail
 * that is being answered, at the widths that agents have. What is cut off by something that scrolls does not count.
 *
 *   --shots FOLDER   leaves a picture of each there
 *   --dark           in dark colours
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openHost, openPage } from '../test/support/host-pages.mjs';

const { values: options } = parseArgs({ options: { shots: { type: 'string' }, dark: { type: 'boolean' } } });
if (options.shots) mkdirSync(options.shots, { recursive: true });

const SCREENS = [
  [1440, 900],
  [1366, 768],
  [1024, 768],
  [720, 768],
  [320, 768],
  [320, 640],
];

/** What is looked at of each kind: where its session comes from, what shows it, and what is done before. */
const KINDS = {
  call: { service: 'Card Service Line', text: 'transcript-view .scroller', isThere: '.segment' },
  chat: { service: 'Order Desk', text: 'chat-conversation .scroller', isThere: 'chat-conversation li' },
  mail: {
    service: 'Claims Mailbox',
    text: 'email-conversation iframe',
    isThere: 'email-conversation iframe',
    prepare: answer,
  },
};

async function answer(page, pane) {
  const reply = pane.locator('[data-act="reply"]:enabled');
  const unpark = pane.locator('[data-verb="session.unpark"]');
  if (await unpark.count()) await unpark.press('Enter');
  await reply.press('Enter');
  await pane.locator('email-conversation .surface').waitFor();
}

/** The height of an element that is not cut off, by whatever of its ancestors scrolls, in any shadow root. */
function heightInSight(element) {
  let { top, bottom } = element.getBoundingClientRect();
  for (let own = element.parentElement; own; own = own.parentElement ?? own.getRootNode().host) {
    if (getComputedStyle(own).overflowY === 'visible') continue;
    const box = own.getBoundingClientRect();
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  }
  return Math.max(0, Math.round(Math.min(bottom, window.innerHeight) - top));
}

async function measure(page, kind, screen) {
  const { service, text, isThere, prepare } = KINDS[kind];
  const pane = page.locator('session-pane:visible');
  const cards = page.locator('sessions-list :is(section.active, section.parked) .card');
  await cards.filter({ hasText: service }).first().press('Enter');
  await pane.locator(`.facts [title="${service}"]`).waitFor({ state: 'attached' });
  await pane.locator(isThere).first().waitFor();
  await prepare?.(page, pane);
  // What follows from a measured width comes with the frame after it.
  await page.evaluate(
    () => new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve))),
  );
  const height = await pane.locator(text).first().evaluate(heightInSight);
  if (options.shots) await page.screenshot({ path: join(options.shots, `${screen}-${kind}.png`) });
  return height;
}

const host = await openHost();
const rows = {};
try {
  for (const [width, height] of SCREENS) {
    const screen = `${width}x${height}`;
    const viewport = { width, height };
    const colorScheme = options.dark ? 'dark' : 'light';
    const { page, complaints } = await openPage(host, '?speed=8', { viewport, colorScheme });
    page.setDefaultTimeout(20_000);
    rows[screen] = {};
    for (const kind of Object.keys(KINDS))
      rows[screen][kind] = await measure(page, kind, screen).catch((error) => {
        process.exitCode = 1;
        return error.message.split('\n')[0];
      });
    for (const complaint of complaints) console.error(`${screen}: ${complaint}`);
    await page.context().close();
  }
} finally {
  await host.close();
}
console.log('px of height in sight');
console.table(rows);
