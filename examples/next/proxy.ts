import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

/** The policy of every page. Next puts the nonce that it finds there into the scripts that it writes into its pages. */
export function proxy(request: NextRequest) {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${crypto.randomUUID()}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "require-trusted-types-for 'script'",
    // Next has two of its own.
    'trusted-types lit-html dompurify ProseMirrorClipboard nextjs nextjs#bundler',
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: '/((?!_next/static).*)' };
