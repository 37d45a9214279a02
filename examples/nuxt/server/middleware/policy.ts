/** The policy of every page; `app/plugins` gives the nonce to what is written into one. */
export default defineEventHandler((event) => {
  const nonce = crypto.randomUUID();
  event.context.nonce = nonce;
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // What the elements look like before any script runs stands in the page.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "require-trusted-types-for 'script'",
    // Vue has one of its own.
    'trusted-types lit-html dompurify ProseMirrorClipboard vue',
  ].join('; ');
  setResponseHeader(event, 'content-security-policy', policy);
});
