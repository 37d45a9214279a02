import { eventsOf } from './tools/public-events.mjs';

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

/** Adds what every element tells its host, from the table of events, to the events of its own. */
const publicEvents = {
  name: 'public-events',
  packageLinkPhase({ customElementsManifest }) {
    const elements = customElementsManifest.modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ customElement, tagName }) => customElement && tagName);
    for (const element of elements) element.events = [...(element.events ?? []), ...eventsOf(element.tagName)];
  },
};

export default {
  globs: ['src/components/**/*.ts', 'src/context/se*-widget.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false, // package.json is written by hand
  dependencies: false, // spares a walk through node_modules
  plugins: [publicEvents, asPublished],
};
