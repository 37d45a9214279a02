import { expect } from '@open-wc/testing';
import { parseConfiguration } from '../../../src/index.js';
import type { ConfigurationProblem, ParsedConfiguration } from '../../../src/index.js';
import { aConfiguration, withAgent, withCardLine } from '../../../stories/scenarios/builders.js';

const least = {
  version: 1,
  tenant: { name: 'T' },
  services: [{ id: 's', name: 'S' }],
  users: [{ id: 'u', name: 'U' }],
};

const problemsOf = (document: unknown): readonly ConfigurationProblem[] => {
  const parsed = parseConfiguration(document);
  return parsed.ok ? [] : parsed.problems;
};

const pathsOf = (problems: readonly ConfigurationProblem[]): readonly string[] => problems.map(({ path }) => path);

const warningsOf = (parsed: ParsedConfiguration): readonly string[] =>
  parsed.warnings.map(({ path, found }) => `${path}: ${found}`);

describe('a configuration with nothing but what it must have', () => {
  it('gets all defaults', () => {
    const { services, users, ...general } = aConfiguration(least);
    expect(general).to.deep.equal({
      sessionPolicy: 'single-active',
      sentimentThreshold: 'slightly-negative',
      tenant: { name: 'T', companionLicences: false, codes: [], contextItems: [] },
      codes: new Map(),
      contextItems: new Map(),
      records: new Map(),
    });
    expect(services.get('s')).to.deep.equal({
      id: 's',
      name: 'S',
      licence: 'advanced-routing',
      release: 'off',
      waitingDays: 28,
      extensions: {
        widgets: [],
        sessionDetails: { parameters: [], linkify: 'http', emptyValue: 'dash' },
        primaryCodes: [],
        secondaryCodes: [],
        tagSuggestions: [],
        conversationContext: [],
        contextOnAccept: [],
        endedContextUrl: 'current',
        mapRequests: false,
        storeContextData: false,
      },
      companion: {
        recognizer: true,
        transcription: false,
        liveCaption: false,
        summarization: false,
        codeSuggestions: false,
        quickReplies: [],
      },
      layout: { start: 'conversation', end: 'customer', split: 50, contextItems: 'window', tabs: [] },
      afterCallWork: { enabled: false, durationSeconds: 20, earlyEnd: true, extension: true, maxExtensionSeconds: 0 },
      parking: { pauses: ['transcription', 'supervision'], confirm: false, freesSlot: false },
      rona: { enabled: false, resetAfterSeconds: 600 },
      transferTo: ['service'],
    });
    expect(users.get('u')).to.deep.equal({
      id: 'u',
      name: 'U',
      companionLicence: false,
      modalities: ['audio-video', 'im', 'email', 'external'],
      taskParallelization: { enabled: false, total: 1, perModality: {} },
    });
  });

  it('shares no default with another configuration', () => {
    const [one, other] = [aConfiguration(least), aConfiguration(least)];
    const edited = one.services.get('s')!.extensions.primaryCodes;
    edited.push('card-lost');
    expect(other.services.get('s')?.extensions.primaryCodes).to.deep.equal([]);
    expect(aConfiguration(least).services.get('s')?.extensions.primaryCodes).to.deep.equal([]);
  });

  it('takes any limits, the total below the sum included', () => {
    const perModality = { 'audio-video': 100, im: 0, email: 7, external: 1 };
    const document = withAgent({ taskParallelization: { enabled: true, total: 2, perModality } });
    expect(aConfiguration(document).users.get('ana')?.taskParallelization).to.deep.equal({
      enabled: true,
      total: 2,
      perModality,
    });
  });
});

describe('the problems of a configuration', () => {
  it('come all at once, each with path, what was expected and what was found', () => {
    const document = {
      version: 2,
      sessionPolicy: 'chaos',
      tenant: { name: '', codes: [{ id: 'c' }] },
      services: [
        { id: 's', name: 'S', extensions: { widgets: ['codes-tags', 'jukebox'], primaryCodes: ['gone'] } },
        { id: 7, name: 'T', afterCallWork: { durationSeconds: 1.5 } },
      ],
      users: [{ id: 'u', taskParallelization: { total: -1 } }],
    };
    expect(problemsOf(document)).to.have.deep.members([
      { path: 'version', expected: '1', found: '2', hint: 'write 1' },
      { path: 'sessionPolicy', expected: '("single-active" | "multi-active")', found: '"chaos"' },
      { path: 'tenant.name', expected: 'a text that is not empty', found: '""' },
      {
        path: 'tenant.codes[0].label',
        expected: '"label"',
        found: 'nothing',
        hint: 'missing: write "label": "…"',
      },
      {
        path: 'services[0].extensions.widgets[1]',
        expected:
          '("session-details" | "session-map" | "codes-tags" | "conversation-context" | "embedded-context" | "companion-chat" | "transcript-view" | "live-caption" | "session-summary" | "session-notes")',
        found: '"jukebox"',
      },
      {
        path: 'services[0].extensions.primaryCodes[0]',
        expected: 'an id from tenant.codes',
        found: '"gone"',
        hint: 'write { "id": "gone", … } into tenant.codes',
      },
      { path: 'services[1].id', expected: 'string', found: '7', hint: 'write "7"' },
      { path: 'services[1].afterCallWork.durationSeconds', expected: 'a whole number', found: '1.5' },
      { path: 'users[0].name', expected: '"name"', found: 'nothing', hint: 'missing: write "name": "…"' },
      { path: 'users[0].taskParallelization.total', expected: 'a number of at least 0', found: '-1' },
    ]);
  });

  it('name every id that the tenant does not define', () => {
    const extensions = {
      primaryCodes: ['card-lost', 'gone'],
      secondaryCodes: ['__proto__'],
      conversationContext: ['crm'],
      embeddedContext: 'constructor',
    };
    expect(problemsOf(withCardLine({ extensions })).map(({ path, found }) => `${path} ${found}`)).to.deep.equal([
      'services[0].extensions.primaryCodes[1] "gone"',
      'services[0].extensions.secondaryCodes[0] "__proto__"',
      'services[0].extensions.conversationContext[0] "crm"',
      'services[0].extensions.embeddedContext "constructor"',
    ]);
  });

  it('name what cannot be laid out', () => {
    const layout = { start: 'home', end: 'customer', split: 80, contextItems: 'here', tabs: ['search'] };
    expect(problemsOf(withCardLine({ layout }))).to.have.deep.members([
      {
        path: 'services[0].layout.start',
        expected: '("conversation" | "customer" | "embedded-context")',
        found: '"home"',
      },
      { path: 'services[0].layout.split', expected: 'a number of at most 75', found: '80' },
      { path: 'services[0].layout.contextItems', expected: '("window" | "tab")', found: '"here"' },
      {
        path: 'services[0].layout.tabs[0]',
        expected: 'an id from tenant.contextItems',
        found: '"search"',
        hint: 'write { "id": "search", … } into tenant.contextItems',
      },
    ]);
  });

  it('are one, not a crowd, when the list that ids come from is broken', () => {
    const document = withCardLine({}) as { readonly tenant: object };
    const broken = { ...document, tenant: { ...document.tenant, codes: 'none' } };
    expect(pathsOf(problemsOf(broken))).to.deep.equal(['tenant.codes']);
  });

  const noDocuments = {
    nothing: undefined,
    null: null,
    'a number': 42,
    'a text': 'version: 1',
    'a flag': true,
    'an empty list': [],
    'a list of documents': [least],
    'a function': () => least,
  };
  for (const [name, document] of Object.entries(noDocuments)) {
    it(`say that ${name} is no document`, () => {
      expect(pathsOf(problemsOf(document))).to.include('(document)');
    });
  }

  it('include a list where a group of settings belongs', () => {
    const found = problemsOf({
      ...(withCardLine({ extensions: ['codes-tags'], companion: [] }) as object),
      tenant: [],
    });
    expect(pathsOf(found)).to.include.members(['services[0].extensions', 'services[0].companion', 'tenant']);
    expect(found).to.deep.include({
      path: 'services[0].companion',
      expected: 'Object',
      found: 'Array',
      hint: 'write { … } in place of [ … ], such as {}',
    });
  });
});

describe('the warnings of a configuration', () => {
  const doubtful: readonly [what: string, document: object, paths: readonly string[]][] = [
    [
      'codes of one list that read alike',
      {
        tenant: {
          name: 'T',
          codes: [
            { id: 'a', label: 'Card lost' },
            { id: 'b', label: ' card  LOST' },
            { id: 'c', label: 'Card stolen' },
          ],
        },
        services: [
          { id: 's', name: 'S', extensions: { primaryCodes: ['a', 'c'], secondaryCodes: ['b'] } },
          { id: 't', name: 'T', extensions: { primaryCodes: ['a', 'a', 'b'] } },
        ],
      },
      ['services[1].extensions.primaryCodes[2]'],
    ],
    [
      'addresses that no value makes safe',
      {
        tenant: {
          name: 'T',
          contextItems: [
            { id: 'a', label: 'A', url: 'https://$(Customer.Company).example/' },
            { id: 'b', label: 'B', url: 'javascript:alert(1)' },
            { id: 'c', label: 'C', url: 'https://crm.example/{caseId}' },
            { id: 'd', label: 'D', url: 'crm.example/{caseId}' },
            { id: 'e', label: 'E', url: 'http://intranet.example/{caseId}' },
          ],
          map: { tiles: 'http://tiles.example/{z}/{x}/{y}', geocoder: 'https://geo.example/?q={address}' },
        },
      },
      ['tenant.contextItems[0].url', 'tenant.contextItems[1].url', 'tenant.contextItems[3].url', 'tenant.map.tiles'],
    ],
    [
      'maps whose places are asked for in the clear, and links that lead into the page',
      { tenant: { name: 'T', map: { geocoder: 'http://geo.example/?q={address}', link: 'javascript:go({address})' } } },
      ['tenant.map.geocoder', 'tenant.map.link'],
    ],
    [
      'tabs that stand twice or nowhere',
      {
        tenant: { name: 'T', contextItems: [{ id: 'crm', label: 'CRM', url: 'https://crm.example/' }] },
        services: [
          { id: 's', name: 'S', layout: { start: 'customer' } },
          { id: 't', name: 'T', layout: { end: 'embedded-context' } },
          {
            id: 'u',
            name: 'U',
            extensions: { widgets: ['embedded-context'], embeddedContext: 'crm' },
            layout: { start: 'embedded-context', end: 'none' },
          },
          {
            id: 'v',
            name: 'V',
            extensions: { embeddedContext: 'crm' },
            layout: { start: 'embedded-context', end: 'none' },
          },
          {
            id: 'w',
            name: 'W',
            extensions: { widgets: ['embedded-context'] },
            layout: { start: 'embedded-context', end: 'none' },
          },
        ],
      },
      ['services[0].layout.end', 'services[1].layout.end', 'services[3].layout.start', 'services[4].layout.start'],
    ],
  ];
  for (const [what, document, paths] of doubtful) {
    it(`name ${what}, and the document is used`, () => {
      const parsed = parseConfiguration({ ...least, ...document });
      expect(parsed.ok).to.equal(true);
      expect(parsed.warnings.map(({ path }) => path)).to.deep.equal(paths);
    });
  }

  it('name unknown keys by their paths and let the rest count', () => {
    const parsed = parseConfiguration({
      colour: 'red',
      ...least,
      services: [{ id: 's', name: 'S', extensions: { wigdets: ['codes-tags'] } }],
      users: [{ id: 'u', name: 'U', taskParallelization: { perModality: { fax: 1 } } }],
    });
    expect(parsed.ok).to.equal(true);
    expect(parsed.warnings.map(({ path }) => path)).to.deep.equal([
      'colour',
      'services[0].extensions.wigdets',
      'users[0].taskParallelization.perModality.fax',
    ]);
  });

  it('stand beside the problems', () => {
    const parsed = parseConfiguration({ ...least, version: 3, colour: 'red' });
    expect(parsed.ok).to.equal(false);
    expect(warningsOf(parsed)).to.deep.equal(['colour: an unknown key, ignored']);
  });

  it('name ids used twice; the first counts', () => {
    const twice = (first: string, second: string): readonly object[] => [
      { id: 'x', name: first, label: first, url: first },
      { id: 'x', name: second, label: second, url: second },
    ];
    const parsed = parseConfiguration({
      version: 1,
      tenant: { name: 'T', codes: twice('A', 'B'), contextItems: twice('A', 'B') },
      services: twice('A', 'B'),
      users: twice('A', 'B'),
    });
    expect(warningsOf(parsed).filter((line) => line.includes('again'))).to.have.members(
      ['tenant.codes', 'tenant.contextItems', 'services', 'users'].map((path) => `${path}[1].id: "x" again, ignored`),
    );
    if (!parsed.ok) throw new Error('A repeated id is no problem.');
    const { codes, services, users } = parsed.configuration;
    expect([codes.get('x')?.label, services.get('x')?.name, users.get('x')?.name]).to.deep.equal(['A', 'A', 'A']);
  });
});

describe('keys that mean something to JavaScript', () => {
  const hostile = JSON.parse(`{
    "__proto__": { "polluted": "yes" },
    "constructor": { "prototype": { "polluted": "yes" } },
    "version": 1,
    "tenant": { "name": "T", "__proto__": { "polluted": "yes", "companionLicences": true } },
    "services": [{ "id": "__proto__", "name": "S", "extensions": { "__proto__": { "widgets": ["codes-tags"] } } }],
    "users": [{ "id": "constructor", "name": "U", "prototype": {}, "hasOwnProperty": 1 }]
  }`) as unknown;

  it('are unknown keys, and change neither the configuration nor any object', () => {
    const parsed = parseConfiguration(hostile);
    if (!parsed.ok) throw new Error('Unknown keys are no problem.');
    expect(parsed.warnings.map(({ path }) => path)).to.have.members([
      '__proto__',
      'constructor',
      'tenant.__proto__',
      'services[0].extensions.__proto__',
      'users[0].prototype',
      'users[0].hasOwnProperty',
    ]);
    expect(({} as { polluted?: string }).polluted).to.equal(undefined);
    const { tenant, services, users } = parsed.configuration;
    expect((tenant as { polluted?: string }).polluted).to.equal(undefined);
    expect(tenant.companionLicences).to.equal(false);
    expect(services.get('__proto__')?.extensions.widgets).to.deep.equal([]);
    expect(users.get('constructor')?.name).to.equal('U');
    expect(services.get('toString')).to.equal(undefined);
  });
});
