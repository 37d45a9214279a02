import type { RecordToOpen, Session, SessionProvider } from '../../src/index.js';
import { aSession } from './builders.js';
import { withContext } from './context-items.js';

/** The kinds of records of all scenarios: contacts and cases, each with its page. */
export const recordKinds = [
  {
    id: 'contact',
    name: 'Contact',
    idFrom: 'Customer.Id',
    titleFrom: 'Customer.DisplayName',
    conversationContext: ['record', 'guide'],
  },
  {
    id: 'case',
    name: 'Case',
    idFrom: 'caseId',
    titleFrom: 'caseTitle',
    sessionDetails: { parameters: ['Priority', 'Product'] },
    conversationContext: ['guide'],
    embeddedContext: 'case-page',
  },
] as const;

/**
 * The document of all scenarios with contacts and cases.
 *
 * @param sessionLimit most sessions on the list
 */
export function withRecords(sessionLimit?: number): unknown {
  const document = withContext({}, [{ id: 'case-page', label: 'Case', url: 'https://crm.example/cases/{caseId}' }]) as {
    readonly tenant: object;
  };
  return {
    ...document,
    tenant: { ...document.tenant, ...(sessionLimit === undefined ? {} : { sessionLimit }) },
    records: recordKinds,
  };
}

export const theCase: RecordToOpen = {
  kind: 'case',
  recordId: '4711',
  title: 'Card blocked abroad',
  parameters: { Priority: 'High', Product: 'Travel card' },
  customer: { id: 'C-1', name: 'Nora Feld', company: 'Feld Interiors' },
};

export const theContact: RecordToOpen = {
  kind: 'contact',
  recordId: 'C-1',
  title: 'Nora Feld',
  customer: { name: 'Nora Feld', company: 'Feld Interiors' },
};

/** A call that has led to a contact and a case. */
export const aCallAboutACase: Session = aSession({
  customer: { id: 'C-1', name: 'Nora Feld', company: 'Feld Interiors' },
  parameters: [
    { name: 'caseId', state: 'value', value: '4711' },
    { name: 'caseTitle', state: 'value', value: 'Card blocked abroad' },
    { name: 'Priority', state: 'value', value: 'High' },
  ],
});

/** Opens records as a host does, once the workspace is there. */
export async function opened(root: ParentNode, ...records: readonly RecordToOpen[]): Promise<void> {
  const provider = root.querySelector<SessionProvider>('session-provider');
  await provider?.updateComplete;
  for (const record of records) await provider?.openRecord(record);
}
