const published = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
const isPublic = ({ privacy }) => privacy !== 'private';

/** Describes the package as it is installed: files in dist, no private members. */
const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest.modules, (key, value) => {
      if (key === 'members') return value.filter(isPublic);
      const isModule = (key === 'path' || key === 'module') && typeof value === 'string';
      return isModule ? published(value) : value;
    });
    customElementsManifest.modules = JSON.parse(text);
  },
};

export default {
  globs: ['src/components/**/*.ts', 'src/context/session-widget.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json is written by hand
  dependencies: false, // spares a walk through node_modules
  plugins: [asPublished],
};
