// A real nats-server on loopback, with a directory of its own.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const isInstalled = () => {
  try {
    execFileSync('nats-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Why there is no nats-server here; undefined when there is one. It is installed where that is allowed. */
export function missingNats() {
  if (isInstalled()) return undefined;
  try {
    if (process.getuid?.() === 0) {
      execFileSync('apt-get', ['update'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'nats-server'], { stdio: 'ignore' });
    }
  } catch {
    // said below
  }
  return isInstalled() ? undefined : 'NOT RUN: there is no nats-server here, and it could not be installed.';
}

/** Starts a server. `kill` ends it as a crash would; `start` after that starts it again with what it had written. */
export async function startNats(context) {
  const folder = mkdtempSync(join(tmpdir(), 'my-sessions-nats-'));
  let port = -1;
  let child;

  async function start() {
    const args = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', folder];
    child = spawn('nats-server', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const lines = createInterface({ input: child.stderr });
    for await (const line of lines) {
      port = Number(line.match(/Listening for client connections on [\d.]+:(\d+)/)?.[1] ?? port);
      if (line.includes('Server is ready')) break;
    }
    child.stderr.resume();
  }

  async function kill() {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGKILL')) await ended;
  }

  await start();
  context.after(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    start,
    kill,
    get servers() {
      return `127.0.0.1:${port}`;
    },
  };
}
