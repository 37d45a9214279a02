// Two origins: a page with a workspace, and a site that it frames.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { servePageScripts } from './page-scripts.mjs';

const PORTAL =
  '<!doctype html><html lang="en"><link rel="icon" href="data:,"><script type="module" src="/frame-page.js"></script>';

/** A form that tells whether it holds input, as a page of a customer system does. */
const FORM = `<!doctype html><form><textarea></textarea></form><p>${'line<br>'.repeat(200)}</p><script>
  parent.postMessage({ type: 'my-sessions:ready' }, '*');
  document.querySelector('textarea').oninput = () =>
    parent.postMessage({ type: 'my-sessions:dirty', isDirty: true }, '*');
</script>`;

/** Takes the focus whenever it has lost it, and tells which keys it got. */
const THIEF = `<!doctype html><input><script>
  const field = document.querySelector('input');
  setInterval(() => { field.blur(); field.focus(); }, 50);
  field.onkeydown = ({ key }) => parent.postMessage({ stolen: key }, '*');
</script>`;

/** Tries every way out of the frame and writes down which were open. */
const ESCAPE = `<!doctype html><pre></pre><script>
  const ways = {
    'reads the page': () => parent.document.body.innerHTML,
    'reads the session': () => parent.gateway.commands,
    'takes its sandbox off': () => frameElement.removeAttribute('sandbox') ?? true,
    'reads cookies': () => document.cookie + 'x',
    'reads storage': () => localStorage.length + 1,
    'goes to another page': () => { top.location = '/gone'; return true; },
    'opens a dialog': () => confirm('?'),
  };
  document.querySelector('pre').textContent = 'open: ' + Object.entries(ways).filter(([, way]) => {
    try { return way(); } catch { return false; }
  }).map(([name]) => name).join(', ');
</script>`;

async function listen(serve) {
  const server = createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

export async function openFrameServers() {
  const requests = [];
  const site = (request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    requests.push({ path: request.url, referer: request.headers.referer });
    if (pathname === '/silent') return;
    const refusal = pathname === '/refused' ? { 'x-frame-options': 'DENY' } : {};
    response.writeHead(200, { 'content-type': 'text/html', ...refusal });
    response.end({ '/escape': ESCAPE, '/thief': THIEF }[pathname] ?? FORM);
  };
  const serveScript = await servePageScripts('frame-page');
  const portal = await listen((request, response) => {
    const { pathname } = new URL(request.url, 'http://portal');
    if (pathname === '/escape') return site(request, response);
    if (serveScript(request, response)) return;
    if (pathname !== '/portal') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
  });
  const other = await listen(site);
  return {
    portal: portal.origin,
    site: other.origin,
    /** What the site was asked for. */
    requests,
    async close() {
      for (const { server } of [portal, other]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
