// Serves what an app has built, under the policy of the README.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { policyWith } from './hosts.mjs';

const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };
const PATIENCE_MS = 60_000;

/** Answers with the address of an app and what ends it. `node` is the program that runs its server, if it has one. */
export const serve = (folder, about, node) =>
  about.command ? serveByCommand(folder, about, node) : serveFolder(folder, about);

async function serveFolder(folder, about) {
  const policy = policyWith(about);
  const top = join(folder, about.folder);
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://page');
    const path = join(top, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    try {
      const body = readFileSync(path);
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An app with a server of its own, which sends its policy itself. */
async function serveByCommand(folder, { command }, node) {
  const port = await freePort();
  const child = spawn(node, command.split(' '), {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), NEXT_TELEMETRY_DISABLED: '1' },
  });
  const address = `http://127.0.0.1:${port}/`;
  const end = performance.now() + PATIENCE_MS;
  while (!(await answers(address))) {
    if (child.exitCode !== null || performance.now() > end) throw new Error(`${command} does not serve.`);
    await pause(100);
  }
  return {
    address,
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
