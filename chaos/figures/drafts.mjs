// What an agent was writing when the page or the whole browser was killed, and what of it is there afterwards.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { TabServer, sessionWith, until } from '../../test/support/tab-server.mjs';
import { findBrowser } from '../../tools/setup.mjs';

const SESSIONS = ['s1', 's2'];
/** Of typing, so much may go with the page, in ms. */
const MOST_LOST_MS = 1000;
const LONGEST_TYPING_MS = 700;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A small generator of numbers from 0 up to 1, by a seed. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export const chatsOfDrafts = () =>
  SESSIONS.map((id) => sessionWith([], { id, messaging: { isFormatted: false, maxLength: 5000 } }));

/**
 * Types into one of two chats and kills in the middle of it: the process of the browser `kills` times, that of the page
 * `crashes` times. Answers with what was lost, in keys and in ms of typing, and what came to the wrong session.
 */
export async function killWhileTyping({ kills, crashes, seed = 1, log = () => undefined }) {
  const random = randomOf(seed);
  const server = await TabServer.start('draft');
  server.sessions = chatsOfDrafts;
  const profile = await mkdtemp(join(tmpdir(), 'drafts-'));
  const result = { runs: 0, keys: 0, lostKeys: 0, mostLostMs: 0, lost: 0, bled: 0, corrupt: 0 };
  const expected = new Map(SESSIONS.map((id) => [id, '']));
  let browser;
  let page;
  try {
    const ways = [...Array(kills).fill('browser'), ...Array(crashes).fill('page')];
    for (const way of ways) {
      browser ??= await launch(profile);
      page = await openPage(browser, server.url, expected);
      const id = SESSIONS[Math.floor(random() * SESSIONS.length)];
      const before = expected.get(id);
      const typed = await typeUntilKilled(page, browser, { id, way, ms: random() * LONGEST_TYPING_MS, random });
      if (way === 'browser') browser = undefined;
      else await page.close().catch(() => undefined);
      browser ??= await launch(profile);
      const after = await openPage(browser, server.url);
      await judge(after, { id, before, typed, expected, result });
      await after.close();
      log(`${result.runs} of ${ways.length} (${way})`, result);
    }
  } finally {
    if (browser) await browser.close();
    await server.stop();
    await rm(profile, { recursive: true, force: true });
  }
  return result;
}

const launch = (userDataDir) =>
  puppeteer.launch({
    executablePath: findBrowser(),
    userDataDir,
    args: ['--no-sandbox', '--disable-quic', '--disable-gpu'],
  });

const textOf = (page, id) => page.evaluate((name) => globalThis.drafts?.text(name), id);

/** Opens the page; what was written is there when `expected` is. */
async function openPage(browser, url, expected = new Map()) {
  const page = await browser.newPage();
  await page.goto(`${url}/drafts`);
  for (const id of SESSIONS) {
    await until('there is a field', async () => (await textOf(page, id)) !== undefined);
    if (!expected.has(id)) continue;
    let text;
    const isThere = async () => (text = await textOf(page, id)) === expected.get(id);
    await until('it is there', isThere).catch((cause) => {
      throw new Error(`“${text}” stands there, not “${expected.get(id)}”`, { cause });
    });
  }
  return page;
}

/** Answers with the keys that the page has taken, each with its moment, and the moment of the end. */
async function typeUntilKilled(page, browser, { id, way, ms, random }) {
  await page.evaluate((name) => globalThis.drafts.focus(name), id);
  const keys = [];
  let isOver = false;
  const typing = (async () => {
    while (!isOver) {
      const key = LETTERS[Math.floor(random() * LETTERS.length)];
      // Before it is taken: it may be the last one, and may have arrived.
      const pressed = { key, at: performance.now(), isTaken: false };
      keys.push(pressed);
      await page.keyboard.sendCharacter(key);
      pressed.at = performance.now();
      pressed.isTaken = true;
    }
  })().catch(() => undefined);
  await pause(ms);
  const at = performance.now();
  if (way === 'browser') {
    const child = browser.process();
    const gone = once(child, 'exit');
    process.kill(child.pid, 'SIGKILL');
    await gone;
  } else {
    const client = await page.createCDPSession();
    client.send('Page.crash').catch(() => undefined);
    await once(page, 'error');
  }
  isOver = true;
  await Promise.race([typing, pause(1000)]);
  return { keys, at };
}

/** Looks at what is there again, and goes on from it. */
async function judge(page, { id, before, typed: { keys, at }, expected, result }) {
  const other = SESSIONS.find((session) => session !== id);
  const whole = before + keys.map(({ key }) => key).join('');
  const due = before.length + keys.filter((one) => one.isTaken && one.at < at - MOST_LOST_MS).length;
  const taken = before.length + keys.filter(({ isTaken }) => isTaken).length;
  // What was written before is the least; it may take a moment to be read.
  await until('it is read', async () => ((await textOf(page, id)) ?? '').length >= Math.max(before.length, due)).catch(
    () => undefined,
  );
  const found = (await textOf(page, id)) ?? '';
  const elsewhere = await textOf(page, other);
  result.runs += 1;
  result.keys += keys.length;
  if (!whole.startsWith(found)) result.corrupt += 1;
  if (found.length < due) result.lost += 1;
  if (elsewhere !== expected.get(other)) result.bled += 1;
  const first = keys[found.length - before.length];
  if (found.length < taken && first) {
    result.lostKeys += taken - found.length;
    result.mostLostMs = Math.max(result.mostLostMs, Math.round(at - first.at));
  }
  expected.set(id, found);
}
