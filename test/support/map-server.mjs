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
    const source = sourceOf(name);
    context.set('Cache-Control', 'no-store');
    if (path === '/requests') {
      context.body = source.requests;
    } else if (path === '/faults') {
      source.faults = JSON.parse(await textOf(context.req));
      context.status = 204;
    } else if (path === '/go') {
      for (const goOn of source.waiting.splice(0)) goOn();
      context.status = 204;
    } else {
      source.requests.push(path + context.search);
      await answer(context, source, path);
    }
    return undefined;
  };
}

async function answer(context, { faults, waiting }, path) {
  const { status = 200, body, length, waits = false } = faults[path.split('/')[1]] ?? {};
  if (waits) await new Promise((goOn) => waiting.push(goOn));
  const found = answerMap(path + context.search);
  context.status = found ? status : 404;
  context.type = found?.type ?? 'text/plain';
  // A browser draws a picture whatever its status.
  const truth = status === 200 ? found?.body : undefined;
  context.body = length === undefined ? (body ?? truth ?? '') : `["${'x'.repeat(length)}"]`;
}

async function textOf(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
