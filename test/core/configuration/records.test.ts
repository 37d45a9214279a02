import { expect } from '@open-wc/testing';
import { widgetsOfSession } from '../../../src/core/configuration/widgets-of-session.js';
import { documentOf } from '../../../src/core/wire/configuration-document.js';
import { tabsOf } from '../../../src/core/rules/tabs.js';
import { transferTargets } from '../../../src/core/rules/transfer-targets.js';
import { parseConfiguration } from '../../../src/index.js';
import { aConfiguration, aDocument, aSession } from '../../../stories/scenarios/builders.js';
import { recordKinds, withRecords } from '../../../stories/scenarios/records.js';

const of = (records: unknown) => parseConfiguration({ ...aDocument, records });

describe('the kinds of records in a configuration', () => {
  it('are none where there is no word on them', () => {
    expect([...aConfiguration().records.keys()]).to.deep.equal([]);
  });

  it('are what their sessions are shown by: the page first, then the details', () => {
    const { records, services } = aConfiguration(withRecords());
    expect([...records.keys()]).to.deep.equal(recordKinds.map(({ id }) => id));
    expect(services.get('case')?.layout).to.deep.include({
      start: 'embedded-context',
      end: 'customer',
      contextItems: 'tab',
    });
    expect(services.get('case')?.extensions.sessionDetails.parameters).to.deep.equal(['Priority', 'Product']);
  });

  const widgets: readonly (readonly [string, readonly string[]])[] = [
    ['case', ['session-details', 'conversation-context', 'embedded-context']],
    ['contact', ['session-details', 'conversation-context']],
    ['unheard-of', ['session-details']],
  ];
  for (const [serviceId, present] of widgets)
    it(`a ${serviceId} has ${present.join(', ')}, and nothing that it lacks`, () => {
      const shown = widgetsOfSession(aConfiguration(withRecords()), { serviceId, modality: 'record' }, 'ana');
      expect(shown).to.deep.equal({ present, absent: [] });
    });

  it('are the same again when they are written and read', () => {
    const configuration = aConfiguration(withRecords());
    expect(aConfiguration(documentOf(configuration))).to.deep.equal(configuration);
  });

  it('have no tab for a conversation', () => {
    expect(tabsOf({ customer: true, page: true, isRecord: true }, { tabs: ['search'] })).to.deep.equal([
      'embedded-context',
      'customer',
      'item:search',
    ]);
  });

  it('are nothing that a session can be transferred to', () => {
    const configuration = aConfiguration(withRecords());
    const targets = transferTargets(aSession(), { configuration, agentId: 'ana', userOf: () => undefined });
    expect(targets.map(({ id }) => id)).to.deep.equal(['front-desk']);
  });

  it('have ids that no service has, each once', () => {
    const parsed = of([
      { id: 'case', name: 'Case' },
      { id: 'case', name: 'Other' },
      { id: 'front-desk', name: 'Desk' },
    ]);
    expect(parsed.warnings.map(({ path }) => path)).to.deep.equal(['records[1].id', 'records[2].id']);
    expect(parsed.ok && [...parsed.configuration.records.keys()]).to.deep.equal(['case']);
    expect(parsed.ok && parsed.configuration.services.get('front-desk')?.name).to.equal('Front Desk');
  });

  it('name only what there is', () => {
    const parsed = of([
      {
        id: 'case',
        name: 'Case',
        embeddedContext: 'nowhere',
        conversationContext: ['gone'],
        layout: { tabs: ['lost'] },
      },
    ]);
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path).sort()).to.deep.equal([
      'records[0].conversationContext[0]',
      'records[0].embeddedContext',
      'records[0].layout.tabs[0]',
    ]);
  });
});
