// Every element is complete: its files, its story, its test, and a description of all it offers, which is what is there:
// the manifest is compared with the classes as they are built, and with what stands in their templates and styles.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cssPropertiesIn, ownEventsIn, partsIn, slotsIn } from './element-sources.mjs';
import { elementTags, filesUnder, root } from './files.mjs';
import { acts, publicEventNames } from './public-events.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
const elements = new Map(
  manifest.modules
    .flatMap(({ path, declarations }) => declarations.map((declaration) => ({ ...declaration, path })))
    .filter(({ customElement, tagName }) => customElement && tagName)
    .map((declaration) => [declaration.tagName, declaration]),
);

const filesOf = (tag) => [
  ...['ts', 'styles.ts', 'define.ts'].map((suffix) => `src/components/${tag}/${tag}.${suffix}`),
  `stories/${tag}.stories.ts`,
  `test/components/${tag}.test.ts`,
];

const namesOf = (entries = []) => entries.map(({ name }) => name);
const fieldsOf = ({ members = [] }) => members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);

function undescribed({ summary, description, cssParts, cssProperties, slots, events = [], ...element }) {
  const bare = (what, entries = []) =>
    entries.filter((entry) => !entry.description).map(({ name }) => `${what} ${name || 'without a name'}`);
  return [
    ...(summary || description ? [] : ['the element']),
    ...bare('property', fieldsOf(element)),
    ...bare('attribute', element.attributes),
    ...bare('event', events),
    ...events.filter(({ type }) => !type).map(({ name }) => `the type of event ${name}`),
    ...bare('part', cssParts),
    ...bare('custom property', cssProperties),
    ...bare('slot', slots),
  ];
}

/** Where the manifest and the element differ, in words. */
function differences(what, described, real) {
  const isMissing = (name) => !described.includes(name);
  const isGone = (name) => !real.includes(name);
  return [
    ...real.filter(isMissing).map((name) => `has the ${what} “${name}”, which is not described`),
    ...described.filter(isGone).map((name) => `has no ${what} “${name}”, which is described`),
    ...described
      .filter((name, index) => described.indexOf(name) !== index)
      .map((name) => `has the ${what} “${name}” described twice`),
  ];
}

/** What its class says of an element. Lit brings along what it needs of a page. */
async function classOf({ path, name }) {
  const { [name]: elementClass } = await import(pathToFileURL(join(root, path)).href);
  const attributes = elementClass.observedAttributes;
  const reflected = [...elementClass.elementProperties].filter(([, { reflect }]) => reflect).map(([own]) => own);
  return { attributes, reflected: reflected.filter((own) => typeof own === 'string') };
}

/** Attributes that are read where they count, and observed by nobody. */
const readElsewhere = new Set(
  filesUnder('src', /\.ts$/).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/provider\.getAttribute\('([^']+)'\)/g)].map(
      ([, name]) => name,
    ),
  ),
);

const publicEventsOf = (tag) => [
  ...acts.flatMap(({ before, after, from }) => {
    if (from.includes(tag)) return [before, after];
    return tag === 'session-provider' ? [after] : [];
  }),
  ...(tag === 'session-provider' ? [] : ['my-sessions-error']),
];

async function untrue(tag, element) {
  const { attributes, reflected } = await classOf(element);
  const described = namesOf(element.attributes);
  const events = namesOf(element.events);
  return [
    ...differences('attribute', described, [...attributes, ...described.filter((name) => readElsewhere.has(name))]),
    ...differences('reflected property', namesOf(fieldsOf(element).filter(({ reflects }) => reflects)), reflected),
    ...differences('part', namesOf(element.cssParts), partsIn(tag)),
    ...differences('slot', namesOf(element.slots), slotsIn(tag)),
    ...differences('custom property', namesOf(element.cssProperties), [...cssPropertiesIn(tag).keys()]),
    ...differences(
      'event',
      events.filter((name) => !publicEventNames.has(name)),
      ownEventsIn(tag),
    ),
    ...differences(
      'public event',
      events.filter((name) => publicEventNames.has(name)),
      publicEventsOf(tag),
    ),
  ];
}

async function problemsOf(tag) {
  const missing = filesOf(tag).filter((path) => !existsSync(join(root, path)));
  const element = elements.get(tag);
  return [
    ...missing.map((path) => `${tag}: ${path} is missing`),
    ...(element ? undescribed(element) : ['the element']).map((what) => `${tag}: ${what} is not described`),
    ...(element ? await untrue(tag, element) : []).map((what) => `${tag}: ${what}`),
  ];
}

/** Every path that the manifest, or one of the files for editors, names is in what is published. */
const pathsIn = (value) =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, own]) =>
        (key === 'path' || key === 'module') && typeof own === 'string' ? [own] : pathsIn(own),
      );
const gone = [...new Set(pathsIn(manifest.modules))].filter(
  (path) => !path.startsWith('dist/') || !existsSync(join(root, path)),
);

const tags = elementTags();
const problems = [
  ...(await Promise.all(tags.map(problemsOf))).flat(),
  ...gone.map((path) => `${path} is in the manifest, and not in the package`),
];
for (const problem of problems) console.error(problem);
console.log(`${tags.length} elements, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
