// The backend of the host pages in demo/: the contract `my-sessions/1` over real HTTP, with a contact centre in a box behind it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { demoConfiguration } from './demo-configuration.mjs';
import { root } from './files.mjs';

const PATH = '/api/my-sessions';
/** What a page of demo/ signs in with: whose shift it is, which one, how fast it goes, and of which agent but Maren. */
const TOKEN =
  /^Bearer shift-[a-z\d-]{8,64}-seed-(\d{1,9})-speed-(\d{1,3}(?:\.\d{1,3})?)(?:-agent-(idris|sofia|jonas))?$/;
/** Ends every shift, as if this had been started anew: for the conformance suite (`--wipe`). */
const RESTART = '/restart';
/** Every browser gets a shift of its own; the oldest goes when there are more. */
const MOST_SHIFTS = 100;

const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

/** Whose gateway was recorded. */
const recordedAgentOf = (entries = []) =>
  entries.flatMap(({ facts }) => facts).find(({ type }) => type === 'workspace.reset')?.agentId;

/**
 * Answers with the path to mount at, the listener, and a way to end it. With recordings they are played instead of a
 * shift, and so is what a gateway said (`entries`).
 *
 * @param addressesOf what `demoConfiguration` needs to know; asked when the first shift begins
 * @param settings of the server, such as `heartbeatMs`
 */
export async function openBackend({ recordings, entries } = {}, addressesOf, settings = {}) {
  const { createGatewayServer, createMemoryLog, toNodeListener } = await built('server/server.js');
  const { createReplay } = await built('gateways/replay/replay.js');
  const { createPlayback } = await built('gateways/recording/recording.js');
  const { createSimulator } = await built('gateways/simulator/simulator.js');
  const { builtInConfiguration } = await built('gateways/in-memory/built-in-configuration.js');
  const shifts = new Map();
  const configurationOf = () => demoConfiguration(builtInConfiguration, addressesOf());

  function openShift(token) {
    const [, seed, speed, name = 'maren'] = TOKEN.exec(token) ?? [];
    const agentId = recordedAgentOf(entries) ?? name;
    const configuration = configurationOf();
    const pace = { speed: Number(speed) > 0 ? Number(speed) : 1 };
    const playback = entries && createPlayback({ entries, ...pace });
    return createGatewayServer({
      ...settings,
      // What was recorded is as old as it was then.
      ...(playback && { clock: playback.clock }),
      base: PATH,
      log: createMemoryLog(),
      authenticate: () => (seed === undefined ? undefined : { agentId }),
      gatewayOf: () =>
        playback ??
        (recordings
          ? createReplay({ recordings, configuration, ...pace })
          : createSimulator({ agentId, seed: Number(seed), configuration, ...pace })),
    });
  }

  function shiftOf(request) {
    const token = request.headers.get('authorization') ?? '';
    const known = TOKEN.test(token) ? token : '';
    if (!shifts.has(known)) shifts.set(known, openShift(known));
    const [oldest] = shifts.keys();
    if (shifts.size > MOST_SHIFTS) {
      void shifts.get(oldest).close();
      shifts.delete(oldest);
    }
    return shifts.get(known);
  }

  async function close() {
    const all = [...shifts.values()];
    shifts.clear();
    await Promise.all(all.map((shift) => shift.close()));
  }

  return {
    path: PATH,
    /** The configuration document of every shift. */
    configurationOf,
    listener: toNodeListener(async (request) => {
      const isRestart = request.method === 'POST' && new URL(request.url).pathname === `${PATH}${RESTART}`;
      if (!isRestart) return shiftOf(request).handle(request);
      await close();
      return new Response(null, { status: 204 });
    }),
    close,
  };
}
