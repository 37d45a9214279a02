import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/components/session-details/session-details.define.js';
import type { Parameter, Session, SessionDetails } from '../src/index.js';
import { absent } from './scenarios/absences.js';
import { MINUTE, aGateway, aSession, anEndedSession, withCardLine } from './scenarios/builders.js';
import { inPanel, inWorkspace, on } from './scenarios/in-workspace.js';
import { aCallAboutACase, withRecords } from './scenarios/records.js';
import { NOW } from './scenarios/scripted-gateway.js';
import { aChat, missed } from './scenarios/working-day.js';

type Args = Pick<SessionDetails, 'sessionId'>;

const meta: Meta<Args> = {
  title: 'session-details',
  component: 'session-details',
  render: ({ sessionId }) => html`<session-details .sessionId=${sessionId}></session-details>`,
};
export default meta;

type Story = StoryObj<Args>;

const value = (name: string, text: string): Parameter => ({ name, state: 'value', value: text });

const parameters: readonly Parameter[] = [
  value('Card number', '**** **** **** 4711'),
  value('Contract', 'LB-20418'),
  value('Language', 'English'),
];

const pending: readonly Parameter[] = [
  value('Card number', '**** **** **** 4711'),
  { name: 'Contract', state: 'pending' },
];

/** A call that has just been offered: integrations are still at work. */
const ringing = (about: Partial<Session> = {}): Session =>
  aSession({ times: { queued: NOW - MINUTE, offered: NOW - 6000 }, ...about });

/** What the Card Line shows, by its owner's choice. */
const chosen = (settings: Readonly<Record<string, unknown>>): unknown =>
  withCardLine({
    extensions: {
      widgets: ['session-details'],
      sessionDetails: { parameters: parameters.map(({ name }) => name), ...settings },
    },
  });

const about = (session: Session, document?: unknown): Story => ({
  args: { sessionId: session.id },
  decorators: [inWorkspace({ sessions: [session], ...(document === undefined ? {} : { document }) })],
});

export const Default: Story = about(aSession({ parameters }));

/** It leads to a contact and a case, which open as sessions of their own. */
export const LeadsToRecords: Story = {
  args: { sessionId: aCallAboutACase.id },
  decorators: [inWorkspace({ sessions: [aCallAboutACase], document: withRecords() })],
};

export const Ready: Story = about(aSession({ parameters, sentiment: 'positive' }));

export const UnknownCaller: Story = about(aSession({ caller: { phone: '+41445550133' }, customer: {} }));

export const AnonymousCaller: Story = about(aSession({ caller: { isAnonymous: true }, customer: {} }));

export const CustomerOtherThanCaller: Story = about(
  aSession({ caller: { name: 'Feld Interiors', phone: '+41445550100' }, parameters }),
);

export const Visitor: Story = about({ ...aChat, customer: {}, visitorLabel: 'Visitor 7' });

export const ChosenFields: Story = about(
  aSession({
    parameters,
    customer: {
      name: 'Nora Feld',
      company: 'Feld Interiors',
      jobTitle: 'Interior architect',
      street: 'Seeweg 4',
      postCode: '8002',
      city: 'Zürich',
    },
  }),
  chosen({
    fields: [
      'Customer.JobTitle',
      'Customer.Department',
      'Customer.StreetAddress',
      'Customer.PostCode',
      'Customer.City',
      'Session.Offered',
      'User.DisplayName',
    ],
  }),
);

export const Waiting: Story = about(ringing({ parameters: pending }));

export const HasNotArrived: Story = about(aSession({ parameters: pending }));

const growing = aGateway({ sessions: [ringing({ id: 'growing', parameters: pending })] });

export const JustArrived: Story = {
  args: { sessionId: 'growing' },
  decorators: [on(growing)],
  play: () => {
    growing.emit({
      type: 'parameters.changed',
      at: NOW,
      sessionId: 'growing',
      parameters: [value('Contract', 'LB-20418'), value('Language', 'English')],
    });
  },
};

export const Links: Story = about(
  aSession({
    parameters: [
      value('Card number', 'javascript:alert(1)'),
      value('Contract', 'https://contracts.example/files/LB-20418?page=2'),
      value('Language', 'https://lakeside.example@elsewhere.example/'),
    ],
  }),
);

export const LinksOff: Story = about(
  aSession({ parameters: [value('Contract', 'https://contracts.example/files/LB-20418')] }),
  chosen({ linkify: 'off' }),
);

const withoutValues = aSession({
  parameters: [
    { name: 'Card number', state: 'empty' },
    value('Contract', 'LB-20418'),
    { name: 'Language', state: 'empty' },
  ],
});

export const EmptyAsDash: Story = about(withoutValues);

export const EmptyAsBlank: Story = about(withoutValues, chosen({ emptyValue: 'blank' }));

export const EmptyHidden: Story = about(withoutValues, chosen({ emptyValue: 'hide' }));

export const BrokenIntegration: Story = about(
  aSession({
    parameters: parameters.map(({ name }) => ({
      name,
      state: 'not-available',
      reason: 'The customer system did not answer.',
    })),
  }),
);

export const NotAvailableInHistory: Story = about(anEndedSession());

export const NotStored: Story = about(
  anEndedSession({
    parameters,
    contextRecord: { isStored: false, reason: 'This service does not keep context data after a session.' },
  }),
);

export const StoredInHistory: Story = about(
  anEndedSession({ parameters, contextRecord: { isStored: true, until: NOW + 30 * 24 * 60 * MINUTE } }),
);

export const ClearedSince: Story = about(
  anEndedSession({ parameters, contextRecord: { isStored: true, until: NOW - MINUTE } }),
);

export const Result: Story = about(
  anEndedSession({ parameters, result: 'transferred-by-user', transferTarget: 'Front Desk' }),
);

export const HungUp: Story = about(anEndedSession({ parameters, result: 'hangup-in-queue' }));

export const FailedResult: Story = about(
  anEndedSession({ parameters, direction: 'outbound', result: 'destination-not-reached' }),
);

export const UnknownResult: Story = about(anEndedSession({ parameters, result: 'handed-over-to-bot' }));

export const Missed: Story = about(missed);

export const LongValues: Story = about(
  aSession({
    customer: {
      name: 'Maria-Magdalena von und zu Hohenstein-Lichtenfels',
      company: 'Donaudampfschifffahrtsgesellschaft',
    },
    parameters: [
      value('Card number', '4711'.repeat(60)),
      value('Contract', 'The contract was renewed. '.repeat(90)),
      value('Language', `https://contracts.example/${'files/'.repeat(40)}`),
    ],
  }),
);

export const InArabic: Story = about(
  aSession({
    customer: { name: 'ليلى حداد', company: 'مخبز الحداد' },
    caller: { name: 'ليلى حداد', phone: '+97145550133' },
    parameters: [value('Card number', '4711'), value('Contract', 'عقد 20418-LB'), value('Language', 'العربية')],
  }),
);

export const InAPanel: Story = {
  args: { sessionId: 'call-1' },
  decorators: [inPanel, inWorkspace({ sessions: [aSession({ parameters })] })],
};

export const NoSession: Story = { decorators: [inWorkspace()] };

export const SessionNotKnown: Story = { args: { sessionId: 'elsewhere' }, decorators: [inWorkspace()] };

export const SwitchedOff: Story = absent('session-details', 'widget-off');

export const ServiceNotLicensed: Story = absent('session-details', 'service-not-licensed');

export const NotConnected: Story = {};
