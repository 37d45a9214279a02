import { createServer } from 'vite';

const RUNNER = /^\/(__web-|@web\/|__wds)/;

/** The runner's own modules are served by the runner, also when a pre-bundled dependency imports them. */
const runnerUrls = {
  name: 'runner-urls',
  enforce: 'pre',
  resolveId: (id) => (RUNNER.test(id) ? { id, external: true } : undefined),
};

/** Nothing changes during a run, and every page asks for the same thousand modules: only the first one asks the server. */
function keepInCache(response) {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => setHeader(name, name === 'Cache-Control' ? 'max-age=86400' : value);
}

/**
 * Lets Vite serve what Web Test Runner runs: TypeScript, `import.meta.glob`, pre-bundled and CommonJS dependencies.
 * It has to be a middleware: what a plugin adds comes after the runner's static files, which send `.ts` as it is.
 */
export async function viteServing({ plugins = [], optimizeDeps, ...config }) {
  const vite = await createServer({
    appType: 'custom',
    clearScreen: false,
    logLevel: 'error',
    ...config,
    plugins: [runnerUrls, ...plugins],
    optimizeDeps: { ...optimizeDeps, rolldownOptions: { plugins: [runnerUrls] } },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });

  const middleware = (context, next) => {
    if (RUNNER.test(context.path) || context.path === '/' || context.path.includes('/@web/')) return next();
    return new Promise((resolve, reject) => {
      context.respond = false;
      keepInCache(context.res);
      context.res.statusCode = 200;
      context.res.once('close', resolve);
      vite.middlewares(context.req, context.res, (error) => {
        if (error) return reject(error);
        context.respond = true;
        next().then(resolve, reject);
      });
    });
  };
  return { middleware, plugin: { name: 'vite-serving', serverStop: () => vite.close() } };
}
