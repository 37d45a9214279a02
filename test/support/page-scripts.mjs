// What pages of whole-page tests run, bundled. Module by module, every tab would ask for hundreds of files, and a server
// of a test would have to translate each of them again: most of the time of such a test.
import { build } from 'vite';
import { root } from '../../tools/files.mjs';
import { strictLeaflet } from '../../tools/strict-leaflet.mjs';

const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  // A page in a sandbox comes from nowhere.
  'access-control-allow-origin': '*',
  'cache-control': 'max-age=3600',
};

async function bundle(names) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [strictLeaflet()],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `${root}test/support/${name}.ts`])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

/**
 * Bundles modules of `test/support`, each into a script with its name: `/tab-page.js`. Answers what serves them and the
 * parts that they load later, and answers itself whether a request was for one of those.
 */
export async function servePageScripts(...names) {
  const files = await bundle(names);
  return ({ url }, response) => {
    const code = files.get(new URL(url, 'http://page').pathname);
    if (code !== undefined) response.writeHead(200, HEADERS).end(code);
    return code !== undefined;
  };
}
