// What custom-elements.json says beyond what the analyzer reads: the element as it is installed, with all it offers.
import { cssPropertiesIn, partsIn } from './element-sources.mjs';
import { eventsOf } from './public-events.mjs';

/** The design tokens of `src/styles/tokens.ts`, which every element that draws reads. */
const TOKENS = {
  accent: 'The one colour: what can be pressed, what is selected, what has the focus.',
  'accent-quiet': 'The ground of what is selected.',
  danger: 'What failed, ends or is late.',
  'danger-quiet': 'The ground of what failed.',
  'font-size': 'The size of the text.',
  'font-size-small': 'The size of what stands beside the text: times, states, counts.',
  line: 'Lines between things.',
  'line-strong': 'The border of fields and buttons; 3:1 against the surface.',
  'on-accent': 'What is written on the accent.',
  radius: 'How round corners are.',
  success: 'What has gone well.',
  surface: 'The ground of everything.',
  'surface-quiet': 'The ground of what stands back.',
  text: 'The text.',
  'text-quiet': 'Text that stands back; 4.5:1 against both grounds.',
  warning: 'What needs a look before long.',
};

/** Parts that stand in more than one element and mean the same in each. */
const PARTS = {
  empty: 'The sentence in place of what is not there.',
  error: 'What stands in place of the element, or of one inside it, that could not be shown: a sentence and a button.',
  failure: 'What could not be done, and the ways on.',
  loading: 'What stands in place of an element inside this one until it is loaded.',
};

const PREFIX = '--my-sessions-';
const byName = ({ name: one }, { name: other }) => (one < other ? -1 : one > other ? 1 : 0);

/** Adds to those that the element describes itself what `known` has of those that are `there`. */
function completed(own = [], there, known) {
  const added = there.filter((name) => known(name) && !own.some((described) => described.name === name));
  return [...own, ...added.map((name) => ({ name, ...known(name) }))].sort(byName);
}

const partKnown = (name) => PARTS[name] && { description: PARTS[name] };

function describe(element) {
  const tag = element.tagName;
  const properties = cssPropertiesIn(tag);
  const tokenKnown = (name) => {
    const description = TOKENS[name.slice(PREFIX.length)];
    return description && { description, default: properties.get(name) };
  };
  element.events = [...(element.events ?? []), ...eventsOf(tag)];
  element.cssParts = completed(element.cssParts, partsIn(tag), partKnown);
  element.cssProperties = completed(element.cssProperties, [...properties.keys()], tokenKnown);
}

/** Adds to every element what it has in common with others: public events, design tokens, parts. */
export const inCommon = {
  name: 'in-common',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations } of customElementsManifest.modules)
      for (const element of declarations) if (element.customElement && element.tagName) describe(element);
  },
};

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
const isPublic = ({ privacy }) => privacy !== 'private' && privacy !== 'protected';

/** The module of an element's own that registers it. */
const definitionOf = ({ tagName, name }, path) => ({
  kind: 'javascript-module',
  path: path.replace(/\.ts$/, '.define.ts'),
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } }],
});

/**
 * Describes the package as it is installed: the modules of elements, of what they extend and of what defines them, by their
 * paths in `dist`; public members only.
 */
export const asPublished = {
  name: 'as-published',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    const elements = modules.flatMap(({ path, declarations }) =>
      declarations.filter(({ customElement, tagName }) => customElement && tagName).map((own) => ({ own, path })),
    );
    const shown = new Set(elements.map(({ path }) => path));
    for (const { own } of elements)
      for (const { inheritedFrom } of own.members ?? []) if (inheritedFrom) shown.add(inheritedFrom.module);
    const described = modules
      .filter(({ path }) => shown.has(path))
      .map((module) => ({ ...module, declarations: module.declarations.filter(({ kind }) => kind === 'class') }));
    const text = JSON.stringify(
      [...described, ...elements.map(({ own, path }) => definitionOf(own, path))].sort(
        ({ path: one }, { path: other }) => (one < other ? -1 : 1),
      ),
      (key, value) => {
        if (key === 'members') return value.filter(isPublic);
        const isModule = (key === 'path' || key === 'module') && typeof value === 'string';
        return isModule ? published(value) : value;
      },
    );
    customElementsManifest.modules = JSON.parse(text);
  },
};
