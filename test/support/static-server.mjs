// A server that knows nothing of what it serves: files of folders, and a listener of a backend if there is one.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/**
 * Serves `files`, texts or buffers by their paths, and `folders`, folders of this machine by the paths they are mounted at, with
 * `headers`. What neither has goes to `listener`.
 *
 * @returns the address, the paths that were asked for, and a way to close it
 */
export async function serveStatic({ files, folders, headers, listener = notFound }) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    asked.push(path);
    contentOf(path).then(
      (content) => {
        if (content === undefined) return listener(request, response);
        const type = TYPES[extname(path)] ?? TYPES['.html'];
        return response.writeHead(200, { ...headers, 'content-type': type }).end(content);
      },
      () => notFound(request, response),
    );
  });

  async function contentOf(path) {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    if (files[name] !== undefined) return files[name];
    const mount = Object.keys(folders).find((start) => name.startsWith(start));
    return mount && readFile(join(folders[mount], name.slice(mount.length)));
  }

  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${server.address().port}`,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const notFound = (_, response) => response.writeHead(404).end();
