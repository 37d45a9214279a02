import { answerMap } from '../../tools/map-tiles.mjs';

const PATH = /^\/test-map\/([\w-]+)(\/.*)$/;

/**
 * A tile source and geocoder for tests in a browser, over real HTTP: every test names a source of its own by
 * `/test-map/<name>/…`, asks it with `GET …/requests` what it was asked, and breaks it with `PUT …/faults`:
 * `{ tiles: { status } }`, `{ places: { status, body, length, waits } }`. What waits is answered after `PUT …/go`.
 */
export function mapServing() {
  const sources = new Map();
  const sourceOf = (name) => {
    if (!sources.has(name)) sources.set(name, { requests: [], faults: {}, waiting: [] });
    return sources.get(name);
  };

  return async (context, next) => {
    const [, name, path] = PATH.exec(context.path) ?? [];
    if (name === undefined) return next();
    // The runner would let browsers keep every answer for a year.
    context.respond = false;
    const { status = 200, type = 'application/json', body = '' } = await answer(sourceOf(name), path, context);
    context.res.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    context.res.end(body);
    return undefined;
  };
}

async function answer(source, path, { req, search }) {
  if (path === '/requests') return { body: JSON.stringify(source.requests) };
  if (path === '/faults') {
    source.faults = JSON.parse(await textOf(req));
    return {};
  }
  if (path === '/go') {
    for (const goOn of source.waiting.splice(0)) goOn();
    return {};
  }
  source.requests.push(path + search);
  const { status, body, length, waits } = source.faults[path.split('/')[1]] ?? {};
  if (waits) await new Promise((goOn) => source.waiting.push(goOn));
  if (length !== undefined) return { body: `["${'x'.repeat(length)}"]` };
  // A browser draws a picture whatever its status, so a failure brings none.
  if (status !== undefined) return { status, type: 'text/plain', body: body ?? 'Not now.' };
  if (body !== undefined) return { body };
  return answerMap(path + search) ?? { status: 404, type: 'text/plain' };
}

async function textOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
