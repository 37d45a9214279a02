// Builds what has changed and serves the host pages of demo/ with a simulated or a recorded contact centre.
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder, root } from './files.mjs';
import { openBackend } from './host-backend.mjs';
import { openRecordSite } from './record-site.mjs';
import { mapListener } from './map-tiles.mjs';
import { ensureDependencies } from './setup.mjs';
import { portFrom, readArguments, USAGE, UsageError } from './start-arguments.mjs';

const MAP_PATH = '/map';

/**
 * The pages bring everything along. Scripts make no HTML except through Lit, the sanitizer of mails and the editor (what
 * is pasted into it).
 */
const contentSecurityPolicy = ({ records, platforms }) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...(platforms?.sources ?? [])].join(' '),
    ['frame-src', records.origin, ...(platforms ? [platforms.frame] : [])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types lit-html dompurify ProseMirrorClipboard${platforms ? ' platforms' : ''}`,
  ].join('; ');

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
  const pages = filesUnder('demo', /^demo\/(?!dist\/)/);
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
function serve(vite, { port, played, backend, records, platforms }) {
  return vite.preview({
    configFile: join(root, 'demo/vite.config.js'),
    logLevel: 'error',
    preview: {
      host: 'localhost',
      port,
      strictPort: true,
      headers: {
        'Content-Security-Policy': contentSecurityPolicy({ records, platforms }),
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
          if (platforms) middlewares.use(platforms.path, platforms.listener);
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

async function openStubs(speed, configurationOf) {
  const { openPlatforms } = await import('./platforms/platforms.mjs');
  return openPlatforms({ speed, configurationOf });
}

async function start({ files, isReplay, hasPlatforms, speed }, port) {
  ensureDependencies();
  const vite = await buildAll();
  const { entries, ...read } = isReplay ? await readFiles(files) : {};
  const played = { speed, ...read };
  let host = '';
  const records = await openRecordSite(() => host);
  const backend = await openBackend({ recordings: played.recordings, entries }, () => ({
    records: records.origin,
    map: `${host}${MAP_PATH}`,
    hasPlatforms,
  }));
  const platforms = hasPlatforms ? await openStubs(speed, backend.configurationOf) : undefined;
  if (platforms) played.platforms = platforms.path;
  const server = await serve(vite, { port, played, backend, records, platforms }).catch(async (error) => {
    await platforms?.close();
    throw error;
  });
  host = `http://localhost:${server.httpServer.address().port}`;
  console.log(host);
  for (const id of platforms?.ids ?? [])
    console.log(`Stop and start ${id}: ${host}${platforms.path}/${id}/stop, ${host}${platforms.path}/${id}/start`);
  process.removeAllListeners('SIGTERM'); // Vite's own would end with an error
  const stop = async () => {
    await platforms?.close();
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
