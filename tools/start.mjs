// Builds what has changed and serves the host pages of demo/ with a simulated or a recorded contact centre.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { filesUnder, root } from './files.mjs';
import { openBackend } from './host-backend.mjs';
import { openRecordSite } from './record-site.mjs';
import { mapListener } from './map-tiles.mjs';
import { ensureDependencies } from './setup.mjs';

const USAGE = `Usage: npm start -- [--replay FILE...] [--speed N]

Serves two host pages, a portal and a customer record, on http://localhost:5173 (or the port in PORT).

  --replay FILE...  plays recorded sessions instead of a simulated shift: JSON (one recording or a list),
                    JSON Lines, or WebVTT; or plays what a gateway said (recordGateway)
  --speed N         how much faster than real time, above 0 (default 1)
  --help            this text
`;

const MAP_PATH = '/map';

/**
 * The pages bring everything along. Scripts make no HTML except through Lit, the sanitizer of mails and the editor (what
 * is pasted into it).
 */
const contentSecurityPolicy = (records) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${records}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html dompurify ProseMirrorClipboard',
  ].join('; ');

class UsageError extends Error {}

/** What the command line asks for. Throws a UsageError for what it does not know. */
function readArguments(args) {
  const { values, positionals } = parse(args);
  const files = [...(values.replay ?? []), ...positionals];
  if (positionals.length > 0 && !values.replay) throw new UsageError(`What is ${positionals[0]}?`);
  const speed = Number(values.speed ?? 1);
  if (!Number.isFinite(speed) || speed <= 0)
    throw new UsageError(`--speed takes a number above 0, not ${values.speed}.`);
  return { help: values.help === true, files, isReplay: values.replay !== undefined, speed };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        replay: { type: 'string', multiple: true },
        speed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence] = error.message.split('. '); // the rest explains how options are escaped
    throw new UsageError(sentence, { cause: error });
  }
}

function portFrom(text = '5173') {
  const port = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`PORT is not a port: ${text}`);
  return port;
}

const changedAt = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds with `configFile` unless `product` is newer than every one of its sources. */
async function buildIfOld(vite, { product, sources, configFile, build = {} }) {
  const newest = Math.max(...sources.map(changedAt));
  if (changedAt(product) > newest) return;
  await vite.build({ configFile: join(root, configFile), logLevel: 'warn', build });
}

async function buildAll() {
  const vite = await import('vite');
  const shared = ['package.json', 'package-lock.json'];
  await buildIfOld(vite, {
    product: 'dist/index.js',
    sources: [...filesUnder('src'), 'vite.config.ts', ...shared],
    configFile: 'vite.config.ts',
    build: { emptyOutDir: false }, // the types beside it are made by another tool
  });
  const pages = filesUnder('demo', /^demo\/[^/]+$/);
  await buildIfOld(vite, {
    product: 'demo/dist/index.html',
    sources: ['dist/index.js', ...pages, ...shared],
    configFile: 'demo/vite.config.js',
  });
  return vite;
}

/** Reads the files that are to be played, and prints what cannot be: `file:line: reason`. */
async function readFiles(files) {
  const { readRecordings } = await import(pathToFileURL(join(root, 'dist/gateways/replay/read-recordings.js')).href);
  const folder = process.env.INIT_CWD ?? process.cwd(); // npm has gone to the root by now
  const unreadable = [];
  const texts = files.flatMap((name) => {
    try {
      return [{ name, text: readFileSync(resolve(folder, name), 'utf8') }];
    } catch (error) {
      unreadable.push({ file: name, line: 1, reason: `cannot be read (${error.code ?? error.message})` });
      return [];
    }
  });
  const { isGatewayRecording, readGatewayRecording } = await import(
    pathToFileURL(join(root, 'dist/gateways/recording/recording.js')).href
  );
  const [told] = texts.filter(({ text }) => isGatewayRecording(text));
  if (told) return readTold(told, texts, { readGatewayRecording, unreadable });
  const { recordings, problems } = await readRecordings(texts);
  const all = [...unreadable, ...problems];
  for (const { file, line, reason } of all) console.error(`${file}:${line}: ${reason}`);
  console.log(`${recordings.length} ${recordings.length === 1 ? 'recording' : 'recordings'} to play.`);
  return { recordings, problems: all };
}

/** What a gateway said is played alone: there is one truth at a time. */
function readTold(told, texts, { readGatewayRecording, unreadable }) {
  const { entries, problems } = readGatewayRecording(told);
  const others = texts
    .filter((file) => file !== told)
    .map(({ name: file }) => ({ file, line: 1, reason: `not played beside ${told.name}` }));
  const all = [...unreadable, ...others, ...problems];
  for (const { file, line, reason } of all) console.error(`${file}:${line}: ${reason}`);
  const sessions = new Set(entries.flatMap(({ facts }) => facts.map((fact) => fact.sessionId ?? fact.session?.id)));
  sessions.delete(undefined);
  console.log(`${told.name}: what a gateway said of ${sessions.size} ${sessions.size === 1 ? 'session' : 'sessions'}.`);
  return { recordings: [...sessions].map((id) => ({ id })), problems: all, entries };
}

/** Serves the built pages, their backend, and what could not be read of what they are to play. */
function serve(vite, { port, played, backend, records }) {
  return vite.preview({
    configFile: join(root, 'demo/vite.config.js'),
    logLevel: 'error',
    preview: {
      host: 'localhost',
      port,
      strictPort: true,
      headers: {
        'Content-Security-Policy': contentSecurityPolicy(records.origin),
        'X-Content-Type-Options': 'nosniff',
      },
    },
    plugins: [
      {
        name: 'backend',
        configurePreviewServer({ middlewares }) {
          // Before anything that compresses: events must not wait in a buffer.
          middlewares.use(backend.path, backend.listener);
          middlewares.use(MAP_PATH, mapListener);
          middlewares.use('/recordings.json', (request, response) => {
            response.setHeader('Content-Type', 'application/json; charset=utf-8');
            response.setHeader('Cache-Control', 'no-store');
            response.end(JSON.stringify(played));
          });
        },
      },
    ],
  });
}

async function start({ files, isReplay, speed }, port) {
  ensureDependencies();
  const vite = await buildAll();
  const { entries, ...read } = isReplay ? await readFiles(files) : {};
  const played = { speed, ...read };
  let host = '';
  const records = await openRecordSite(() => host);
  const backend = await openBackend({ recordings: played.recordings, entries }, () => ({
    records: records.origin,
    map: `${host}${MAP_PATH}`,
  }));
  const server = await serve(vite, { port, played, backend, records });
  host = `http://localhost:${server.httpServer.address().port}`;
  console.log(host);
  process.removeAllListeners('SIGTERM'); // Vite's own would end with an error
  const stop = async () => {
    await backend.close();
    records.close();
    await server.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
}

/** What went wrong, in words for whoever started this. */
function tell(error, port) {
  if (error instanceof UsageError) console.error(`${error.message}\n\n${USAGE}`);
  else if (/already in use|EADDRINUSE/.test(error.message)) {
    console.error(`Port ${port} is taken. Set PORT to another one, such as PORT=5174 npm start.`);
  } else console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

let port;
try {
  const wanted = readArguments(process.argv.slice(2));
  port = portFrom(process.env.PORT);
  if (wanted.help) console.log(USAGE);
  else await start(wanted, port);
} catch (error) {
  tell(error, port);
}
