import { MODALITIES } from '../../src/index.js';
import type { Selector } from '../../src/index.js';

type Make = (...parameters: unknown[]) => Selector<unknown>;

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/core/selectors/*.ts', {
  eager: true,
});
const item = { id: 'crm', label: 'CRM', url: 'https://crm.example/$(Session.Id)/$(User.Id)' };
const ids = [['call-1'], ['bank/call-1'], ['over'], ['nobody']];
const users = [['ana'], ['ben'], ['bank/ana'], ['nobody']];

/** What a selector is made with, where that is not the id of a session. */
const PARAMETERS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  selectAcceptStops: [[['new', 'call-1']], [[]]],
  selectAcceptance: MODALITIES.map((modality) => [modality]),
  selectAvailabilityOf: users,
  selectCapacity: [[], ...users],
  selectContextTarget: ids.map(([id]) => [id, item]),
  selectCommandsOf: [[['over', 'call-1']], [[]]],
  selectNews: [[{ offered: ['new'], active: ['call-1'], parked: ['chat-1'], history: [] }]],
  selectNotKept: [[['over', 'call-1']], [[]]],
  selectIsWritten: ids.map(([id]) => [id, ['message', 'reply', 'notes', 'choices', 'tag']]),
  selectSessions: [[['over', 'call-1']], [[]]],
  selectUser: users,
  selectUsers: [[['ana', 'ben']], [[]]],
};

const isSelector = (value: unknown): value is Selector<unknown> =>
  typeof value === 'object' && value !== null && 'topics' in value && 'read' in value;

/** Every selector there is, each with everything it may be made with. */
export const selectors = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .filter(([name]) => name.startsWith('select') && name !== 'selectOfSource')
  .map(([name, value]): readonly [string, readonly Selector<unknown>[]] => [
    name,
    isSelector(value) ? [value] : (PARAMETERS[name] ?? ids).map((parameters) => (value as Make)(...parameters)),
  ]);
