// The built site, served as any static server does it, in a real browser.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../tools/browser.mjs';
import { root } from '../../../tools/files.mjs';

export const dist = join(root, 'docs/site/dist');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xhtml': 'application/xhtml+xml',
};

const fileAt = (folder, pathname) => {
  const path = join(folder, normalize(decodeURIComponent(pathname)));
  const candidates = [path, `${path}.html`, join(path, 'index.html')];
  return candidates.find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
};

/** Serves folders by the beginning of their addresses: `{ '/': folder }`, the longest beginning first. */
export async function serve(folders) {
  const places = Object.entries(folders).sort(([one], [other]) => other.length - one.length);
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    // Browsers ask for it by themselves, whatever a page says.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    const [base, folder] = places.find(([start]) => pathname.startsWith(start)) ?? ['/', dist];
    const file = fileAt(folder, pathname.slice(base.length - 1));
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    address: `http://localhost:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const openBrowser = () => chromium.launch({ executablePath: findBrowser(), args: ['--disable-gpu'] });

/** A page, and everything that a reader of its console would complain about: errors, refusals, requests to elsewhere. */
export async function openPage(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) complaints.push(`asked for ${url}`);
  });
  return { page, complaints, close: () => context.close() };
}
