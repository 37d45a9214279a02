// A browser notes where in the code a module was asked for. In the midst of a script that starts a page that takes it as
// long as the rest of the start: it reads the whole script again.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openBrowser } from '../../bench/browser.mjs';
import { LATER, scriptOf } from '../../bench/build.mjs';

const OURS = "import { start } from '/bench/page/start-ours.ts'; start();";
const WITH_GATEWAY = `
  import '/src/define.ts';
  const provider = document.createElement('session-provider');
  provider.gateway = { connect: () => () => undefined, execute: () => Promise.resolve({ ok: true }) };
  provider.append(document.createElement('my-sessions'));
  document.body.append(provider);`;

describe('the start of a page', { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await openBrowser('')));
  after(() => browser.close());

  for (const [name, code] of Object.entries({ 'a store of its own': OURS, 'a gateway': WITH_GATEWAY }))
    it(`asks for modules when its script has run, with ${name}`, async () => {
      const script = await scriptOf(code);
      const asked = await browser.fresh(async (page) => {
        const answer = (body, contentType) => ({ body, contentType });
        await page.route('**/*', (route) =>
          route.fulfill(
            route.request().url().endsWith('/start.js')
              ? answer(`function starting() { ${script} }\nstarting();`, 'text/javascript')
              : answer('<!doctype html><body><start-page></start-page><script src="/start.js"></script>', 'text/html'),
          ),
        );
        const session = await page.context().newCDPSession(page);
        const asked = [];
        session.on('Network.requestWillBeSent', ({ request, initiator }) => {
          if (request.url.includes(LATER))
            asked.push({
              url: request.url,
              by: initiator.stack?.callFrames.map(({ functionName }) => functionName) ?? [],
            });
        });
        await session.send('Network.enable');
        await page.goto('http://localhost/');
        return asked;
      });
      assert.ok(asked.length > 3, 'what is loaded later is asked for');
      assert.deepEqual(
        asked.filter(({ by }) => by.includes('starting')),
        [],
      );
    });
});
