import { WIDGETS } from '../../src/index.js';
import { aDocument } from './builders.js';

/** Context items of every kind. */
const contextItems = [
  { id: 'record', label: 'Customer record', url: 'https://crm.example/customers/$(Customer.Id)' },
  { id: 'contract', label: 'Contract', url: 'https://contracts.example/{Contract}/pages/1' },
  { id: 'ticket', label: 'Ticket', url: 'https://tickets.example/find?number=${Ticket}' },
  { id: 'guide', label: 'Card guide', url: 'https://guide.example/cards' },
  { id: 'search', label: 'Search', url: 'https://search.example/?q=$(Ticket)', whenMissing: 'blank' },
  { id: 'script', label: 'Script', url: "javascript:alert('$(Customer.Id)')" },
  { id: 'long', label: `Contracts of ${'Donaudampfschifffahrtsgesellschaft '.repeat(4)}`, url: 'https://long.example' },
  { id: 'long-waiting', label: 'Regulation', url: `https://law.example/{${'VeryLongName'.repeat(12)}}` },
];

/** The document of all scenarios with context items, and other settings of the Card Line. */
export const withContext = (
  extensions: Readonly<Record<string, unknown>>,
  more: readonly Readonly<Record<string, unknown>>[] = [],
  service: Readonly<Record<string, unknown>> = {},
): unknown => ({
  ...aDocument,
  tenant: { ...aDocument.tenant, contextItems: [...contextItems, ...more] },
  services: aDocument.services.map((own) =>
    own.id === 'card-line'
      ? { ...own, ...service, extensions: { ...own.extensions, widgets: WIDGETS, ...extensions } }
      : own,
  ),
});
