import { asPublished, inCommon } from './tools/manifest-plugins.mjs';

export default {
  globs: ['src/components/**/*.ts', 'src/context/se*-widget.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json is written by hand
  dependencies: false, // spares a walk through node_modules
  plugins: [inCommon, asPublished],
};
