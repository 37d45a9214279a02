import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { isBlank } from '../../../src/core/text/blank.js';
import { FIELDS, fieldOf, lookupIn } from '../../../src/core/fields/field-registry.js';
import type { Field, FieldName, Surface } from '../../../src/core/fields/field-registry.js';
import { sessionDetails } from '../../../src/localize/en/session-details.js';
import type { Parameter, Session } from '../../../src/index.js';
import { aConfiguration, aSession } from '../../../stories/scenarios/builders.js';

const configuration = aConfiguration();
const whole: Session = aSession({
  id: 'task-7',
  direction: 'outbound',
  modality: 'email',
  state: 'ended',
  subject: 'Two bookings',
  result: 'transferred-by-user',
  transferTarget: 'Front Desk',
  sentiment: 'positive',
  visitorLabel: 'Visitor 3',
  times: {
    queued: Date.UTC(2026, 0, 5, 8),
    offered: Date.UTC(2026, 0, 5, 8, 1),
    accepted: Date.UTC(2026, 0, 5, 8, 2),
    connected: Date.UTC(2026, 0, 5, 8, 3),
    ended: Date.UTC(2026, 0, 5, 8, 4),
  },
  caller: { name: 'Reception', phone: '+41315550100', upn: 'reception@brunner.example' },
  customer: {
    id: 'K-9',
    name: 'Rosa Brunner',
    firstName: 'Rosa',
    lastName: 'Brunner',
    company: 'Brunner Bakeries',
    jobTitle: 'Baker',
    department: 'Bread',
    email: 'rosa@brunner.example',
    phone: '+41315550123',
    upn: 'rosa@login.example',
    imAddress: 'im:rosa',
    street: 'Mill Lane 3',
    postCode: '3011',
    city: 'Bern',
    state: 'BE',
    country: 'Switzerland',
  },
  email: { from: { address: 'rosa@brunner.example' }, to: [], text: 'Good morning' },
  parameters: [
    { name: 'CaseId', state: 'value', value: 'C-100' },
    { name: 'Branch', state: 'value', value: 'Bern' },
  ],
});

const values: Readonly<Record<FieldName, string | undefined>> = {
  'Customer.Id': 'K-9',
  'Customer.DisplayName': 'Rosa Brunner',
  'Customer.FirstName': 'Rosa',
  'Customer.LastName': 'Brunner',
  'Customer.Company': 'Brunner Bakeries',
  'Customer.JobTitle': 'Baker',
  'Customer.Department': 'Bread',
  'Customer.Email': 'rosa@brunner.example',
  'Customer.PrimaryTelNumber': '+41315550123',
  'Customer.Upn': 'rosa@login.example',
  'Customer.ImAddress': 'im:rosa',
  'Customer.StreetAddress': 'Mill Lane 3',
  'Customer.PostCode': '3011',
  'Customer.City': 'Bern',
  'Customer.State': 'BE',
  'Customer.Country': 'Switzerland',
  'Caller.DisplayName': 'Reception',
  'Caller.TelNumber': '+41315550100',
  'Caller.Upn': 'reception@brunner.example',
  'Destination.DisplayName': 'Rosa Brunner',
  'Destination.TelNumber': '+41315550123',
  'Service.Id': 'card-line',
  'Service.Name': 'Card Line',
  'Session.Id': 'task-7',
  'Session.Subject': 'Two bookings',
  'Session.Modality': 'email',
  'Session.Direction': 'outbound',
  'Session.State': 'ended',
  'Session.Result': 'transferred-by-user',
  'Session.TransferTarget': 'Front Desk',
  'Session.Sentiment': 'positive',
  'Session.Queued': '2026-01-05T08:00:00.000Z',
  'Session.Offered': '2026-01-05T08:01:00.000Z',
  'Session.Accepted': '2026-01-05T08:02:00.000Z',
  'Session.Connected': '2026-01-05T08:03:00.000Z',
  'Session.Ended': '2026-01-05T08:04:00.000Z',
  'Case.Id': 'C-100',
  'User.Id': 'ana',
  'User.DisplayName': 'Ana Sommer',
  'Email.Subject': 'Two bookings',
  'Email.From': 'rosa@brunner.example',
  'Email.Body': 'Good morning',
  'Im.VisitorLabel': 'Visitor 3',
  'Im.InitialMessage': undefined,
};

const lookup = (session: Session, surface?: Surface, initialMessage?: string) =>
  lookupIn(
    { session, configuration, agentId: 'ana', ...(initialMessage === undefined ? {} : { initialMessage }) },
    surface,
  );

describe('system fields', () => {
  for (const { name } of FIELDS) {
    it(`${name} is ${String(values[name])}`, () => {
      expect(lookup(whole, 'details')(name)).to.equal(values[name]);
    });
  }

  it('have names and aliases of which no two are the same, and a label each', () => {
    const names = FIELDS.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).to.equal(names.length);
    expect(Object.keys(sessionDetails.fields)).to.have.members(FIELDS.map(({ name }) => name));
  });

  it('have no value where nobody has said anything, and are asked for in any case', () => {
    const bare: Session = {
      ...{ id: 'bare', serviceId: 'gone', modality: 'hologram', direction: 'none', state: 'offered', since: 1 },
      ...{ times: {}, participants: [], parameters: [], tags: [], unread: 0, isSelected: false },
    };
    const found = FIELDS.flatMap(({ name }) => {
      const value = lookupIn({ session: bare, configuration: undefined, agentId: undefined }, 'details')(name);
      return value === undefined ? [] : [`${name} ${value}`];
    });
    const known = ['Service.Id gone', 'Session.Id bare', 'Session.Modality hologram', 'Session.State offered'];
    expect(found).to.deep.equal(known);
    const taken = lookupIn({ session: { ...bare, state: 'active' }, configuration: undefined, agentId: undefined });
    expect([taken('User.Id'), taken('User.DisplayName')]).to.deep.equal([undefined, undefined]);
  });

  it('are said to be words of a vocabulary, or moments, where they are', () => {
    const kinds = FIELDS.flatMap((own: Field) => (own.kind === undefined ? [] : [`${own.name} ${own.kind}`]));
    expect(kinds).to.deep.equal([
      ...['Session.Modality modality', 'Session.Direction direction', 'Session.State state'],
      ...['Session.Result result', 'Session.Sentiment sentiment', 'Session.Queued moment', 'Session.Offered moment'],
      ...['Session.Accepted moment', 'Session.Connected moment', 'Session.Ended moment'],
    ]);
  });

  it('may stand everywhere, except in addresses what a customer has written', () => {
    const withSurfaces = FIELDS.map(({ name, surfaces }: Field) => [name, surfaces] as const);
    const elsewhere = withSurfaces.filter(([, surfaces]) => surfaces.join() !== 'details,context,card');
    expect(elsewhere).to.deep.equal([
      ['Email.Body', ['details', 'card']],
      ['Im.InitialMessage', ['details', 'card']],
    ]);
  });

  const slugs = [
    ['customerName', 'Rosa Brunner'],
    ['customerRecordId', 'K-9'],
    ['caseId', 'C-100'],
    ['caseTitle', 'Two bookings'],
    ['queueId', 'card-line'],
    ['Task.Id', 'task-7'],
    ['Task.Modality', 'email'],
    ['Task.Direction', 'outbound'],
    ['Task.Result', 'transferred-by-user'],
    ['Service.DisplayName', 'Card Line'],
    ['Branch', 'Bern'],
  ] as const;
  for (const [slug, value] of slugs) {
    it(`are found under ${slug} too`, () => {
      expect(lookup(whole)(slug)).to.equal(value);
    });
  }

  it('hold a customer’s name together from its parts while nobody has given the whole of it', () => {
    const named = (customer: Session['customer']) => lookup(aSession({ customer: customer! }))('Customer.DisplayName');
    expect(named({ firstName: 'Rosa', lastName: 'Brunner' })).to.equal('Rosa Brunner');
    expect(named({ lastName: 'Brunner' })).to.equal('Brunner');
    expect(named({ company: 'Brunner Bakeries' })).to.equal(undefined);
  });

  it('never take the caller for the customer, nor the customer of an incoming call for its destination', () => {
    const unknown = lookup(aSession({ caller: { name: 'Reception', phone: '+41315550100' }, customer: {} }));
    for (const name of ['Customer.DisplayName', 'Customer.PrimaryTelNumber', 'customerName'])
      expect(unknown(name), name).to.equal(undefined);
    const enriched = lookup(
      aSession({ caller: { phone: '+41315550100' }, customer: { name: 'Rosa', phone: '+4177' } }),
    );
    expect(enriched('Caller.DisplayName')).to.equal(undefined);
    expect(enriched('Caller.TelNumber')).to.equal('+41315550100');
    expect(enriched('Destination.TelNumber')).to.equal(undefined);
  });

  it('of the agent have no value before the task is somebody’s, nor when nobody took it', () => {
    expect(lookup(aSession({ state: 'offered' }))('User.Id')).to.equal(undefined);
    expect(lookup(aSession({ state: 'ended', offerOutcome: 'missed' }))('User.DisplayName')).to.equal(undefined);
    expect(lookup(aSession({ state: 'ended', offerOutcome: 'taken' }))('User.Id')).to.equal(undefined);
    expect(lookup(aSession({ state: 'active', offerOutcome: 'accepted' }))('User.Id')).to.equal('ana');
    expect(lookup(aSession({ state: 'active', offerOutcome: 'assigned' }))('User.Id')).to.equal('ana');
  });

  it('keep what a customer has written out of URLs', () => {
    expect(lookup(whole, 'context')('Email.Body')).to.equal(undefined);
    expect(lookup(whole, 'card')('Email.Body')).to.equal('Good morning');
    const chat = aSession({ modality: 'im', parameters: [{ name: 'Im.InitialMessage', state: 'value', value: 'x' }] });
    expect(lookup(chat, 'details', 'Is it washable?')('Im.InitialMessage')).to.equal('Is it washable?');
    expect(lookup(chat, 'context', 'Is it washable?')('Im.InitialMessage')).to.equal(undefined);
  });

  it('with a group in their name are the system’s alone; a slug without a value is a parameter', () => {
    const parameters: Parameter[] = ['Customer.Id', 'customerName', 'caseTitle', 'caseId'].map((name) => ({
      name,
      state: 'value',
      value: `of ${name}`,
    }));
    const spoofed = lookup(aSession({ customer: {}, parameters }));
    expect(spoofed('Customer.Id')).to.equal(undefined);
    expect(spoofed('customerName')).to.equal('of customerName');
    expect(spoofed('caseTitle')).to.equal('of caseTitle');
    expect(spoofed('caseId')).to.equal('of caseId');
    expect(lookup(aSession({ customer: { name: 'Rosa' }, parameters }))('customerName')).to.equal('Rosa');
  });

  it('of moments that no date can stand for have no value', () => {
    for (const queued of [NaN, Infinity, 9e15])
      expect(lookup(aSession({ times: { queued } }))('Session.Queued'), String(queued)).to.equal(undefined);
  });
});

describe('custom parameters', () => {
  const anyName = fc
    .oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Mood', ''))
    .filter((name) => fieldOf(name) === undefined);

  const seen = fc.string().filter((value) => !isBlank(value));

  it('of any name are found by it, the last of several', () => {
    fc.assert(
      fc.property(anyName, seen, seen, (name, first, last) => {
        const parameters = [first, last].map((value): Parameter => ({ name, state: 'value', value }));
        expect(lookup(aSession({ parameters }))(name)).to.equal(last);
        expect(lookup(aSession())(name)).to.equal(undefined);
      }),
    );
  });

  it('that are pending, empty or not available have no value', () => {
    const states = fc.constantFrom<Parameter['state']>('pending', 'empty', 'not-available');
    fc.assert(
      fc.property(anyName, states, (name, state) => {
        const parameters = [{ name, state, value: 'left over' } as Parameter];
        expect(lookup(aSession({ parameters }))(name)).to.equal(undefined);
      }),
    );
    for (const value of ['', ' ', '\u200B\u2060']) {
      const blank: Parameter = { name: 'Mood', state: 'value', value };
      expect(lookup(aSession({ parameters: [blank] }))('Mood'), JSON.stringify(value)).to.equal(undefined);
    }
  });
});
