import { join } from 'node:path';
import { root } from './files.mjs';

/** RxJS is built in as its own build for today's browsers; what bundlers take by themselves is written for those of 2015. */
export const modernRxjs = () => ({
  name: 'modern-rxjs',
  apply: 'build',
  config: () => ({
    resolve: { alias: [{ find: /^rxjs$/, replacement: join(root, 'node_modules/rxjs/dist/esm/index.js') }] },
  }),
});
