// What a page of the site may load: nothing from outside. Documents of the playground may come from
// a stranger's link; what they name (maps, framed pages) is refused here, whatever the kit does with it.
import { createHash } from 'node:crypto';

const INLINE = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The page with its content security policy, which names each of its own inline scripts by its hash. */
export function withPolicy(html) {
  const hashes = [...html.matchAll(INLINE)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`.trim(),
    // Vue and CodeMirror write styles; nothing that is written there comes from a document.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Of its own: the page that the example of an embedded page frames.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
