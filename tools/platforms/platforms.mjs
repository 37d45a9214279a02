// The stub platforms of the demonstration, each on ports of its own, with what stops and starts them.
import { createRequire } from 'node:module';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { openAmazonConnect } from './amazon-connect-day.mjs';
import { openGenesys } from './genesys-day.mjs';
import { Pace } from './pace.mjs';
import { openTwilio } from './twilio-day.mjs';

const AGENT = 'Maren Falk';

/** Where the page finds the client of Genesys Cloud, which is a script and no module. */
const GENESYS_CLIENT = '/genesys-client.js';
const genesysClient = join(
  dirname(createRequire(import.meta.url).resolve('purecloud-platform-client-v2')),
  '../web-cjs/purecloud-platform-client-v2.min.js',
);

const portOf = (origin) => Number(new URL(origin).port);

/** Something with ports that can be closed, and opened again as the same ones. */
function switched(name, addresses, parts) {
  let isRunning = true;
  return {
    name,
    addresses,
    get isRunning() {
      return isRunning;
    },
    async stop() {
      if (!isRunning) return;
      isRunning = false;
      await Promise.all(parts.map(({ close }) => close()));
    },
    async start() {
      if (isRunning) return;
      await Promise.all(parts.map(({ open }) => open()));
      isRunning = true;
    },
  };
}

async function amazonConnect(pace) {
  const { server } = await openAmazonConnect(pace, AGENT);
  const { port } = server;
  return switched('Amazon Connect', { origin: `http://127.0.0.1:${port}` }, [
    { open: () => server.open(port), close: () => server.close() },
  ]);
}

async function twilio(pace) {
  const { platform, conversations } = await openTwilio(pace, AGENT);
  const [port, chats] = [platform.server.address().port, conversations.port];
  return switched('Twilio', { origin: `http://127.0.0.1:${port}`, conversations: `ws://127.0.0.1:${chats}` }, [
    { open: () => platform.open(port), close: () => platform.close() },
    { open: () => conversations.open(chats), close: () => conversations.close() },
  ]);
}

async function genesys(pace) {
  const { platform } = await openGenesys(pace, AGENT);
  const { origin } = platform;
  return switched('Genesys Cloud', { origin, client: `.${PATH}${GENESYS_CLIENT}` }, [
    { open: () => platform.start(portOf(origin)), close: () => platform.stop() },
  ]);
}

const PATH = '/platforms';

/**
 * Opens all three.
 *
 * @returns their `path` on the server of the pages with a `listener` for it (`GET /` says which there are, and
 *   `/twilio/stop` and `/twilio/start` do that, and `/configuration.json` is what `configurationOf` answers), and the `sources` that a page has to reach
 */
export async function openPlatforms({ speed, configurationOf }) {
  const pace = new Pace(speed);
  const [connect, worker, cloud] = await Promise.all([amazonConnect(pace), twilio(pace), genesys(pace)]);
  const all = new Map([
    ['amazon-connect', connect],
    ['twilio', worker],
    ['genesys', cloud],
  ]);
  const told = () => [...all].map(([id, { name, addresses, isRunning }]) => ({ id, name, isRunning, ...addresses }));

  async function listener(request, response) {
    const { pathname } = new URL(request.url, 'http://platforms.invalid');
    if (pathname === GENESYS_CLIENT) {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      createReadStream(genesysClient).pipe(response);
      return;
    }
    const [, id, act] = pathname.split('/');
    const platform = all.get(id);
    const isKnown = pathname === '/' || (platform && (act === 'stop' || act === 'start'));
    if (platform && act === 'stop') await platform.stop();
    if (platform && act === 'start') await platform.start();
    const send = (status, body) => {
      response.statusCode = status;
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.setHeader('Cache-Control', 'no-store');
      response.end(JSON.stringify(body));
    };
    if (pathname === '/configuration.json') send(200, configurationOf());
    else if (isKnown) send(200, told());
    else send(404, { problem: `There is ${[...all.keys()].map((one) => `/${one}/stop, /${one}/start`).join(', ')}.` });
  }

  return {
    path: PATH,
    ids: [...all.keys()],
    listener,
    frame: connect.addresses.origin,
    sources: [...all.values()].flatMap(({ addresses: { origin, conversations } }) => [
      origin,
      origin.replace('http', 'ws'),
      ...(conversations ? [conversations] : []),
    ]),
    async close() {
      pace.end();
      await Promise.all([...all.values()].map((platform) => platform.stop()));
    },
  };
}
