import type { Gateway, OpenItem, OpenItemPage, OpenItemQuery } from '../../src/index.js';
import { MINUTE, aGateway } from './builders.js';
import type { Situation } from './builders.js';
import { NOW } from './scripted-gateway.js';
import type { ScriptedGateway } from './scripted-gateway.js';

/** Work that has waited so many minutes. */
export const anOpenItem = (id: string, minutes: number, about: Partial<OpenItem> = {}): OpenItem => ({
  id,
  serviceId: 'card-line',
  modality: 'email',
  since: NOW - minutes * MINUTE,
  ...about,
});

/** A mail, a job and a chat that wait, longest first. */
export const waitingWork: readonly OpenItem[] = [
  anOpenItem('w-mail', 42, { subject: 'Hail has cracked our skylight', customer: { name: 'Amina Diallo' } }),
  anOpenItem('w-job', 17, { modality: 'external', subject: 'Find a date for the cellar pump' }),
  anOpenItem('w-chat', 3, { modality: 'im', visitorLabel: 'Visitor 9' }),
];

/** What a script decides of open work. */
export interface OpenWorkScript {
  items: readonly OpenItem[];
  /** What was asked for, oldest first. */
  readonly asked: OpenItemQuery[];
  /** Comes before each answer; rejects where the list cannot be had. */
  road: () => Promise<unknown>;
}

export type PickingGateway = ScriptedGateway & Required<Pick<Gateway, 'openItems'>> & { readonly open: OpenWorkScript };

/** A gateway whose agent may pick; pages go by places in the list. */
export function aPickingGateway(items: readonly OpenItem[] = waitingWork, situation: Situation = {}): PickingGateway {
  const open: OpenWorkScript = { items, asked: [], road: () => Promise.resolve() };
  return Object.assign(aGateway(situation), {
    open,
    async openItems(query: OpenItemQuery): Promise<OpenItemPage> {
      open.asked.push(query);
      await open.road();
      const from = Number(query.after ?? 0);
      const end = from + query.limit;
      return { items: open.items.slice(from, end), ...(end < open.items.length ? { next: String(end) } : {}) };
    },
  });
}
