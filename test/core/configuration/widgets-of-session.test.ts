import { expect } from '@open-wc/testing';
import { selectWidgets, WIDGETS, widgetsOfSession } from '../../../src/index.js';
import type { Session, SessionWidgets } from '../../../src/index.js';
import { aConfiguration, aSession, withCardLine } from '../../../stories/scenarios/builders.js';
import { NOW } from '../../../stories/scenarios/scripted-gateway.js';
import { aStore } from '../../support/a-store.js';

const everything = {
  licence: 'contact-center',
  extensions: {
    widgets: WIDGETS.toReversed(),
    conversationContext: ['crm'],
    embeddedContext: 'crm',
    mapParameter: 'Town',
  },
  companion: { recognizer: true, transcription: true, liveCaption: true, summarization: true },
};

interface Case {
  readonly service?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly companion?: Readonly<Record<string, unknown>>;
  readonly tenant?: Readonly<Record<string, unknown>>;
  readonly session?: Partial<Session>;
  readonly agentId?: string | undefined;
}

function widgetsFor({ service, extensions, companion, tenant, session, ...who }: Case): SessionWidgets {
  const document = {
    ...(withCardLine({
      ...everything,
      extensions: { ...everything.extensions, ...extensions },
      companion: { ...everything.companion, ...companion },
      ...service,
    }) as object),
    tenant: {
      name: 'Lakeside Bank',
      companionLicences: true,
      contextItems: [{ id: 'crm', label: 'CRM', url: 'https://crm.example' }],
      ...tenant,
    },
  };
  const agentId = 'agentId' in who ? who.agentId : 'ana';
  return widgetsOfSession(aConfiguration(document), aSession(session), agentId);
}

const SPEECH = ['transcript-view', 'live-caption', 'session-summary'] as const;

describe('the widgets of a session', () => {
  it('are those the owner chose, in the order chosen, each once', () => {
    const widgets = ['codes-tags', 'transcript-view', 'codes-tags', 'session-details'];
    expect(widgetsFor({ extensions: { widgets } }).present).to.deep.equal([
      'codes-tags',
      'transcript-view',
      'session-details',
    ]);
  });

  it('are all but the composer in a call when everything is on', () => {
    const { present, absent } = widgetsFor({});
    expect(absent).to.deep.equal([{ widget: 'companion-chat', reason: 'no-data' }]);
    expect(present).to.deep.equal(WIDGETS.toReversed().filter((widget) => widget !== 'companion-chat'));
  });

  const table: readonly [string, Case, readonly string[], string][] = [
    ['a service without licence', { service: { licence: 'advanced-routing' } }, WIDGETS, 'service-not-licensed'],
    ['widgets not chosen', { extensions: { widgets: [] } }, WIDGETS, 'widget-off'],
    ['transcription off', { companion: { transcription: false } }, SPEECH, 'feature-off'],
    ['live caption off', { companion: { liveCaption: false } }, ['live-caption'], 'feature-off'],
    ['summarization off', { companion: { summarization: false } }, ['session-summary'], 'feature-off'],
    ['a tenant without licences', { tenant: { companionLicences: false } }, SPEECH, 'tenant-not-licensed'],
    ['a user without licence', { agentId: 'ben' }, SPEECH, 'user-not-licensed'],
    ['nobody signed in', { agentId: undefined }, SPEECH, 'user-not-licensed'],
    ['a user nobody knows', { agentId: 'constructor' }, SPEECH, 'user-not-licensed'],
    ['no recognizer', { companion: { recognizer: false } }, SPEECH, 'no-recognizer'],
    ['a chat', { session: { modality: 'im' } }, SPEECH, 'no-data'],
    ['an unknown modality', { session: { modality: 'hologram' } }, [...SPEECH, 'companion-chat'], 'no-data'],
    [
      'no parameter for the map',
      { extensions: { mapParameter: undefined } },
      ['session-map', 'companion-chat'],
      'no-data',
    ],
    [
      'no embedded item',
      { extensions: { embeddedContext: undefined } },
      ['embedded-context', 'companion-chat'],
      'no-data',
    ],
    [
      'no context items',
      { extensions: { conversationContext: [] } },
      ['conversation-context', 'companion-chat'],
      'no-data',
    ],
    ['a service nobody knows', { session: { serviceId: '__proto__' } }, WIDGETS, 'unknown-service'],
  ];
  for (const [when, situation, widgets, reason] of table) {
    it(`${when}: ${widgets.length === WIDGETS.length ? 'all' : widgets.join(', ')} absent, ${reason}`, () => {
      const { absent, present } = widgetsFor(situation);
      const because = absent.filter((one) => one.reason === reason).map(({ widget }) => widget);
      expect(because).to.have.members([...widgets]);
      expect([...present, ...absent.map(({ widget }) => widget)]).to.have.members([...WIDGETS]);
    });
  }

  it('name the first cause of several, in the order of the gate chain', () => {
    const broken = {
      companion: { ...everything.companion, recognizer: false },
      session: { modality: 'im' },
      agentId: 'ben',
    };
    const chain: readonly [Case, string][] = [
      [
        {
          ...broken,
          tenant: { companionLicences: false },
          extensions: { widgets: [] },
          companion: {},
          service: { licence: 'advanced-routing' },
        },
        'service-not-licensed',
      ],
      [
        {
          ...broken,
          tenant: { companionLicences: false },
          extensions: { widgets: [] },
          companion: { transcription: false },
        },
        'feature-off',
      ],
      [{ ...broken, tenant: { companionLicences: false }, extensions: { widgets: [] } }, 'widget-off'],
      [{ ...broken, tenant: { companionLicences: false } }, 'tenant-not-licensed'],
      [broken, 'user-not-licensed'],
      [{ ...broken, agentId: 'ana' }, 'no-recognizer'],
      [{ session: { modality: 'im' } }, 'no-data'],
    ];
    for (const [situation, reason] of chain) {
      const { absent } = widgetsFor(situation);
      expect(absent.find(({ widget }) => widget === 'transcript-view')?.reason).to.equal(reason);
    }
  });

  it('offer the composer wherever something is written', () => {
    for (const modality of ['im', 'email', 'external'])
      expect(widgetsFor({ session: { modality } }).present, modality).to.include('companion-chat');
  });

  it('follow the session and are delivered only when they change', () => {
    const { store, gateway } = aStore({ sessions: [aSession()] });
    const seen: (readonly string[])[] = [];
    store.select(selectWidgets('call-1')).subscribe(({ present }) => seen.push(present));
    gateway.emit({ type: 'tags.changed', at: NOW, sessionId: 'call-1', tags: ['vip'] });
    gateway.emit({ type: 'session.snapshot', at: NOW, session: aSession({ serviceId: 'front-desk' }) });
    gateway.emit({ type: 'session.removed', at: NOW, sessionId: 'call-1' });
    expect(seen).to.deep.equal([['session-details', 'codes-tags', 'transcript-view'], [], []]);
  });
});
