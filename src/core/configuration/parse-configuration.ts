import * as v from 'valibot';
import type { Configuration, RecordKind, Service } from './configuration.js';
import { danglingReferencesOf } from './dangling-references.js';
import { doubtfulValuesOf } from './doubtful-values.js';
import { hintOfId, hintOfIssue, hintOfKey, hintOfList } from './hints.js';
import { configurationSchema } from './schema.js';
import { service } from './service-schema.js';
import { shapeOfPath } from './schema-shape.js';
import { strayPartsOf } from './stray-parts.js';
import { RECORD_WIDGETS } from './widgets.js';

/** One thing that is wrong: where, what was expected, what was found, and what to do about it where that is more. */
export interface ConfigurationProblem {
  /** Such as `services[2].extensions.widgets[0]`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** Such as `missing: write "version": 1`, `belongs under "extensions": services[0].extensions.widgets`, `did you mean "im"?`. */
  readonly hint?: string;
}

export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration; readonly warnings: readonly ConfigurationProblem[] }
  | {
      readonly ok: false;
      readonly problems: readonly ConfigurationProblem[];
      readonly warnings: readonly ConfigurationProblem[];
    };

/**
 * Reads a configuration document. Answers with a configuration whose defaults are filled in, or with all problems at
 * once; never throws. Unknown keys, repeated ids (the first of several equal ids counts), equal labels and addresses that
 * can never be safe are warnings, and so is a layout that names a tab twice or one that a service cannot have.
 */
export function parseConfiguration(document: unknown): ParsedConfiguration {
  const parsed = v.safeParse(configurationSchema, document);
  const stray = strayPartsOf(configurationSchema, document);
  const lists = stray.filter(({ kind }) => kind === 'list-for-object').map(({ path }) => path);
  const warnings = stray
    .filter(({ kind }) => kind === 'unknown-key')
    .map((part, index) =>
      withHint(
        { path: part.path, expected: 'a key this version knows', found: 'an unknown key, ignored' },
        index < MOST_HINTS ? hintOfKey(configurationSchema, part) : undefined,
      ),
    );
  const problems = [
    ...lists.map((path) =>
      withHint(
        { path: pathOrDocument(path), expected: 'Object', found: 'Array' },
        hintOfList(shapeOfPath(configurationSchema, path)),
      ),
    ),
    // Of what stands in a list in place of an object all is missing.
    ...(parsed.issues ?? []).map(problemOf).filter(({ path }) => !lists.some((list) => isWithin(path, list))),
    ...danglingReferencesOf(document).map(({ path, id, home, known }, index) =>
      withHint(
        { path, expected: `an id from tenant.${home}`, found: short(`"${id}"`) },
        index < MOST_HINTS ? hintOfId(id, known, `tenant.${home}`) : undefined,
      ),
    ),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems, warnings };
  const { tenant, services, users, sessionPolicy, sentimentThreshold } = parsed.output;
  const own = byId(services, 'services', warnings);
  const kinds = [...byId(parsed.output.records, 'records', warnings)].filter(([id]) => {
    if (!own.has(id)) return true;
    const index = parsed.output.records.findIndex((record) => record.id === id);
    warnings.push({
      path: `records[${String(index)}].id`,
      expected: 'an id that no service has',
      found: `"${id}" again, ignored`,
    });
    return false;
  });
  const configuration: Configuration = {
    sessionPolicy,
    sentimentThreshold,
    tenant,
    codes: byId(tenant.codes, 'tenant.codes', warnings),
    contextItems: byId(tenant.contextItems, 'tenant.contextItems', warnings),
    services: new Map([...own, ...kinds.map(([id, kind]) => [id, serviceOf(kind)] as const)]),
    records: new Map(kinds),
    users: byId(users, 'users', warnings),
  };
  return {
    ok: true,
    configuration,
    warnings: [...warnings, ...doubtfulValuesOf({ tenant, codes: configuration.codes, services })],
  };
}

/** A kind of record as what its sessions are shown by. */
const serviceOf = ({ id, name, layout, ...extensions }: RecordKind): Service =>
  v.parse(service, {
    id,
    name,
    licence: 'enterprise-routing',
    extensions: { ...extensions, widgets: RECORD_WIDGETS },
    layout,
  });

/** So many problems of a kind are told what may have been meant: each is compared with all that there is, while a page waits. */
const MOST_HINTS = 20;

const isWithin = (path: string, outer: string): boolean => outer === '' || path.startsWith(`${outer}.`);

/** So much is shown of what was found. */
const LONGEST_FOUND = 80;

const short = (found: string): string =>
  found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND).replace(/[\ud800-\udbff]$/, '')}…` : found;

const pathOrDocument = (path: string): string => (path === '' ? '(document)' : path);

function problemOf(issue: v.BaseIssue<unknown>, index: number): ConfigurationProblem {
  const path = (issue.path ?? []).reduce(
    (at, { key }) =>
      typeof key === 'number' ? `${at}[${String(key)}]` : at === '' ? String(key) : `${at}.${String(key)}`,
    '',
  );
  return withHint(
    { path: pathOrDocument(path), expected: expectationOf(issue), found: foundBy(issue) },
    index < MOST_HINTS ? hintOfIssue(configurationSchema, issue) : undefined,
  );
}

const withHint = (problem: ConfigurationProblem, hint: string | undefined): ConfigurationProblem =>
  hint === undefined ? problem : { ...problem, hint };

const foundBy = ({ type, received }: v.BaseIssue<unknown>): string =>
  type === 'min_length' ? '""' : received === 'undefined' ? 'nothing' : short(received);

function expectationOf({ type, expected, requirement }: v.BaseIssue<unknown>): string {
  switch (type) {
    case 'min_length':
      return 'a text that is not empty';
    case 'integer':
      return 'a whole number';
    case 'min_value':
      return `a number of at least ${String(requirement)}`;
    case 'max_value':
      return `a number of at most ${String(requirement)}`;
    default:
      return expected ?? 'something else';
  }
}

function byId<T extends { readonly id: string }>(
  items: readonly T[],
  path: string,
  warnings: ConfigurationProblem[],
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  items.forEach((entry, index) => {
    if (!map.has(entry.id)) map.set(entry.id, entry);
    else
      warnings.push({
        path: `${path}[${String(index)}].id`,
        expected: 'an id used once',
        found: `"${entry.id}" again, ignored`,
      });
  });
  return map;
}
