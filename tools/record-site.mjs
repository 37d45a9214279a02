// Somebody else's web application for the host pages of demo/: records that sessions link to and show inline. It is a
// server of its own, so that a frame of it is of another origin, as a real CRM is.
import { once } from 'node:events';
import { createServer } from 'node:http';

const KINDS = new Map([
  ['customers', 'Customer'],
  ['orders', 'Order'],
  ['claims', 'Claim'],
  ['cards', 'Card service guide'],
]);

const STYLE = `:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { margin: 0; padding: 16px; background: light-dark(#fff, #1d2122); color: light-dark(#22302c, #e4eae7) }
h1 { margin: 0 0 12px; font-size: 16px }
form { display: grid; gap: 8px; max-inline-size: 480px }
label { display: grid; gap: 4px }
input, select, textarea { font: inherit; padding: 4px 8px }
textarea { min-block-size: 96px }`;

/** Tells whoever frames it that it is there, and whether something is typed that is not saved. */
const script = (host) => `const host = ${JSON.stringify(host)};
const tell = (message) => { if (parent !== window) parent.postMessage(message, host); };
tell({ type: 'my-sessions:ready' });
document.forms[0].addEventListener('input', () => tell({ type: 'my-sessions:dirty', isDirty: true }));
document.forms[0].addEventListener('submit', (event) => {
  event.preventDefault();
  tell({ type: 'my-sessions:dirty', isDirty: false });
});`;

const escaped = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const page = (kind, id) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${kind} ${escaped(id)}</title>
    <link rel="stylesheet" href="/record.css" />
    <script src="/record.js" defer></script>
  </head>
  <body>
    <h1>${kind} ${escaped(id)}</h1>
    <form>
      <label>Contact reason <select><option>Question</option><option>Complaint</option><option>Change</option></select></label>
      <label>Call back on <input type="date" /></label>
      <label>Notes <textarea name="notes"></textarea></label>
      <button>Save</button>
    </form>
  </body>
</html>`;

/**
 * Starts it on a free port.
 *
 * @param hostOf answers with the origin that may frame its pages; known only once that one listens, too
 */
export async function openRecordSite(hostOf) {
  const server = createServer((request, response) => {
    const [, kind = '', id = ''] = new URL(request.url, 'http://record.invalid').pathname.split('/');
    const answer = (type, body) => {
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'self'; script-src 'self'; frame-ancestors ${hostOf()}`,
      );
      response.end(body);
    };
    if (kind === 'record.css') answer('text/css', STYLE);
    else if (kind === 'record.js') answer('text/javascript', script(hostOf()));
    else if (KINDS.has(kind)) answer('text/html', page(KINDS.get(kind), decodeURIComponent(id)));
    else {
      response.statusCode = 404;
      answer('text/plain', 'No such record');
    }
  });
  server.unref(); // what it serves is of no use without the host page
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
