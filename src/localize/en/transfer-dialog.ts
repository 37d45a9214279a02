import type { AcceptanceStop } from '../../core/rules/acceptance.js';
import type { TransferKind } from '../../core/model/transfer.js';
import { plural } from '../plural.js';

/** The words of `<transfer-dialog>`. */
export const transferDialog = {
  /** What can be looked for, named in the field's label. */
  label: (kinds: readonly TransferKind[]) => `Transfer to ${listed(kinds.map((kind) => KINDS[kind]))}`,
  list: 'Where it can go',
  kind: { service: 'Service', agent: 'Person', number: 'Number' } satisfies Record<TransferKind, string>,
  /** How many tasks somebody has, of how many at most. */
  load: (used: number, limit: number | undefined) =>
    limit === undefined ? plural(used, 'task', 'tasks') : `${String(used)} of ${plural(limit, 'task', 'tasks')}`,
  /** Why somebody cannot take it now; for a presence stands its own word. */
  stop: {
    'after-call-work': 'in after-call work',
    session: 'busy with a task',
    'total-limit': 'has no room for another task',
    'modality-limit': 'has no room for another of this kind',
    'modality-disabled': 'does not handle this kind of task',
  } satisfies Record<Exclude<AcceptanceStop, 'presence'>, string>,
  found: (count: number) => (count === 0 ? 'Nothing goes by that.' : plural(count, 'target', 'targets')),
  more: (count: number) => `${String(count)} more: type to find them`,
  nothing: 'There is nowhere to transfer this to.',
  notANumber: 'Write the number in full, with + and the country code, such as +47 21 55 01 00.',
  /** Where one has typed, and what is typed leads nowhere. */
  choose: 'Choose where it is to go from the list.',
  /** What stands against the target that is marked. */
  notNow: (name: string, reason: string) => `${name}: ${reason}.`,
};

const KINDS: Readonly<Record<TransferKind, string>> = {
  service: 'a service',
  agent: 'a person',
  number: 'a phone number',
};

/** "a service", "a service or a person", "a service, a person or a phone number". */
const listed = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]*)$/, ' or $1');
