import { SIGNED_IN_AGENT } from '../../src/core/state/workspace-state.js';
import type { WorkspaceState } from '../../src/core/state/workspace-state.js';
import type { Selector } from '../../src/index.js';

/** Slices that are told as a whole, also where they are Maps. */
const VALUES: ReadonlySet<string> = new Set([
  'workspace',
  'selection',
  'roster',
  'usage',
  'diagnostics',
  'connections',
]);

/** A table that says which keys are looked up; `*` for whatever looks at all of them. */
const watched = (table: ReadonlyMap<string, unknown>, note: (key: string) => void): ReadonlyMap<string, unknown> =>
  new Proxy(table, {
    get(target, property) {
      if (property !== 'get' && property !== 'has') note('*');
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...parameters: unknown[]): unknown => {
        if (property === 'get' || property === 'has') note(String(parameters[0]));
        return Reflect.apply(value, target, parameters);
      };
    },
  });

/**
 * What a selector reads and its topics do not name, such as `sessions/call-1`: a change of that would not reach those
 * who select it.
 */
export function unnamedReads(selector: Selector<unknown>, state: WorkspaceState): readonly string[] {
  const { agentId, sources } = state.workspace;
  const agents = new Set([agentId, ...Array.from(sources?.values() ?? [], (own) => own.agentId)]);
  const named = new Set(selector.topics.map(({ slice, key }) => `${slice}/${key}`));
  const unnamed = new Set<string>();
  const note = (slice: string, key: string): void => {
    const isOfAgent = slice === 'users' && agents.has(key) && named.has(`users/${SIGNED_IN_AGENT}`);
    if (!isOfAgent && !named.has(`${slice}/${key}`)) unnamed.add(`${slice}/${key}`);
  };
  const everything = new Proxy(state, {
    get(target, slice) {
      const value: unknown = Reflect.get(target, slice, target);
      if (typeof slice === 'symbol') return value;
      if (!(value instanceof Map) || VALUES.has(slice)) note(slice, '');
      else
        return watched(value, (key) => {
          note(slice, key);
        });
      return value;
    },
    ownKeys(target) {
      note('*', '');
      return Reflect.ownKeys(target);
    },
  });
  selector.read(everything);
  return [...unnamed];
}
