import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = () => spawnSync('nats-server', ['--version']).status === 0;

/** Whether there is a nats-server; installs it where that is possible. */
export function findNats() {
  if (runs()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  spawnSync('apt-get', [...wait, 'update'], { stdio: 'ignore' });
  spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', 'nats-server'], { stdio: 'ignore' });
  return runs();
}

/** What to print where there is none: not having run is not having passed. */
export const NO_NATS = 'NOT RUN, there is no nats-server: install it (Debian: apt-get install nats-server) and repeat';

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const running = new Set();
let isPrepared = false;

/** A run that is broken off must not leave servers behind. */
function endWithThisProcess() {
  if (isPrepared) return;
  isPrepared = true;
  process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
}

/** One node of NATS on the loopback, with its store in a folder of its own. */
class Node {
  #folder;
  #child;
  #name;
  #routes;

  constructor({ name, folder, port, clusterPort, routes }) {
    this.#name = name;
    this.#folder = folder;
    this.port = port;
    this.#routes = { clusterPort, routes };
  }

  get name() {
    return this.#name;
  }

  async start() {
    const file = join(this.#folder, `${this.#name}.conf`);
    await writeFile(file, this.#configuration());
    const child = spawn('nats-server', ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child = child;
    endWithThisProcess();
    running.add(child);
    child.once('exit', () => running.delete(child));
    await this.#isReady();
  }

  /** Kills it as a power cut would. */
  async stop() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const isGone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await isGone;
  }

  #configuration() {
    const { clusterPort, routes } = this.#routes;
    const cluster = routes
      ? `cluster { name: chaos, listen: "127.0.0.1:${clusterPort}", routes: [${routes.map((port) => `"nats://127.0.0.1:${port}"`).join(', ')}] }`
      : '';
    return `server_name: ${this.#name}
listen: "127.0.0.1:${this.port}"
jetstream { store_dir: "${join(this.#folder, this.#name)}", max_mem: 64M, max_file: 2G }
${cluster}
`;
  }

  #isReady() {
    return new Promise((resolve, reject) => {
      let output = '';
      this.#child.stderr.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (/Server is ready/.test(output)) resolve();
      });
      this.#child.once('exit', () => reject(new Error(`nats-server ended: ${output}`)));
    });
  }
}

/** Starts one node, or a cluster of several. `stop` ends them all and removes what they wrote. */
export async function startNats(count = 1) {
  const folder = await mkdtemp(join(tmpdir(), 'my-sessions-nats-'));
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const clusterPorts = await Promise.all(Array.from({ length: count }, freePort));
  const nodes = ports.map(
    (port, index) =>
      new Node({
        ...{ name: `node-${index}`, folder, port, clusterPort: clusterPorts[index] },
        routes: count > 1 ? clusterPorts : undefined,
      }),
  );
  await Promise.all(nodes.map((node) => node.start()));
  return {
    nodes,
    servers: ports.map((port) => `127.0.0.1:${port}`),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
