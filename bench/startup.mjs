/**
 * What a page needs until its agent sees something, beside the least that a page of this kind can be
 * (`vanilla/startup.ts`): each as one script, three sessions shown. Pages are fresh, with nothing cached, in processes of
 * their own, in turns; said is the median of the quietest third. What is loaded later is asked for and not answered.
 *
 * Evaluated: from putting the text of the script into a page until it has run, and with it the workspace is in the
 * document; what of it is drawn in the same turn comes after.
 * First paint: on a processor four times as slow as the machine's, over a line of 10 Mbit/s and 40 ms, compressed.
 */
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { LATER, scriptOf } from './build.mjs';

const SUBJECTS = { ours: '/bench/page/start-ours.ts', vanilla: '/bench/vanilla/startup.ts' };
const LINE = { offline: false, latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const SLOWER = 4;
const SHOWN = 'Nora Feld';

const pageOf = (head) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<style>start-page { display: block; block-size: 600px }</style>${head}</head><body><start-page></start-page></body></html>`;

/** @returns of either figure, in ms, what it is for ours and for the limit */
export async function measureStartup(browser, { rounds }) {
  const files = new Map([['/blank', ['text/html', pageOf('')]]]);
  for (const [name, entry] of Object.entries(SUBJECTS)) {
    files.set(`/${name}.js`, ['text/javascript', await scriptOf(`import { start } from '${entry}'; start();`)]);
    files.set(`/${name}`, ['text/html', pageOf(`<script defer src="/${name}.js"></script>`)]);
  }
  const server = await serve(files);
  try {
    const evaluated = await inTurns(rounds, (name) =>
      browser.fresh((page) => evaluatedIn(page, server.origin, files.get(`/${name}.js`)[1])),
    );
    const painted = await inTurns(rounds, (name) =>
      browser.fresh((page) => paintedIn(page, `${server.origin}/${name}`)),
    );
    return { evaluated, painted };
  } finally {
    await server.close();
  }
}

/** Medians of the third of the rounds in which both together took the least: the machine was busy with little else then. */
async function inTurns(rounds, measure) {
  const taken = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = { ours: 0, vanilla: 0 };
    const names = Object.keys(times);
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name] = await measure(name);
    taken.push(times);
  }
  const quiet = taken
    .toSorted((one, other) => one.ours + one.vanilla - other.ours - other.vanilla)
    .slice(0, Math.ceil(rounds / 3));
  const median = (name) =>
    quiet.map((times) => times[name]).sort((one, other) => one - other)[Math.floor(quiet.length / 2)];
  return { ours: median('ours'), vanilla: median('vanilla') };
}

async function evaluatedIn(page, origin, text) {
  await page.goto(`${origin}/blank`);
  const time = await page.evaluate(async (text) => {
    const script = document.createElement('script');
    script.textContent = text;
    // A page that has just come still has this and that to do.
    await new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve, 50)));
    const begin = performance.now();
    document.head.append(script);
    return performance.now() - begin;
  }, text);
  await hasShown(page);
  return time;
}

async function paintedIn(page, address) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.emulateNetworkConditions', LINE);
  await page.goto(address);
  await hasShown(page);
  const time = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  return time.jsonValue();
}

/** A figure of a page that shows nothing would be none. */
const hasShown = (page) => page.getByText(SHOWN).first().waitFor({ state: 'visible' });

async function serve(files) {
  const packed = new Map([...files].map(([path, [type, body]]) => [path, [type, brotliCompressSync(body)]]));
  const server = createServer(({ url }, response) => {
    if (url.startsWith(LATER)) return;
    const [type, body] = packed.get(url) ?? [];
    response.writeHead(body ? 200 : 404, {
      'Content-Type': type ?? 'text/plain',
      'Content-Encoding': body ? 'br' : 'identity',
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String(server.address().port)}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
