import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aSession, emptyState } from '../support/session-server.mjs';
import { source } from '../support/source.mjs';

const { builtInConfiguration } = await source('gateways/in-memory/built-in-configuration.ts');
const { parseConfiguration } = await source('core/configuration/parse-configuration.ts');
const { isBlank } = await source('core/text/blank.ts');
const { cursorOf, positionOf } = await source('core/wire/position.ts');
const { readCommand, writeCommand } = await source('core/wire/read-command.ts');
const { readEnvelope, readFact, readHeartbeat } = await source('core/wire/read-envelope.ts');
const { readHistory, readSnapshot } = await source('core/wire/read-snapshot.ts');
const { writeFact } = await source('core/wire/write-envelope.ts');

const RUNS = { numRuns: 2000 };
const POSITION = { epoch: 'e1', seq: 8 };
/** A fact at its place in the agent's log. */
const envelopeOf = (fact) => ({ ...writeFact(fact), ...POSITION, prev: 7 });
const { configuration } = parseConfiguration(builtInConfiguration);

// Blank texts are absent, so they are not read as they were written.
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((some) => !isBlank(some)),
  fc.constantFrom('__proto__', 'constructor', '\nx\n', 'x\u2028'),
);
const instant = fc.oneof(
  fc.integer({ min: 0, max: 2e12 }),
  fc.double({ min: 0, max: 2e12, noNaN: true }).map(Math.abs),
);
const optional = (entries, requiredKeys = []) => fc.record(entries, { requiredKeys });
const participant = optional({ id: text, role: fc.constantFrom('agent', 'customer', 'bot'), name: text }, [
  'id',
  'role',
]);
const delivery = fc.constantFrom('failed', 'sent', 'delivered', 'read');
const segment = optional(
  {
    id: text,
    speaker: participant,
    text,
    isFinal: fc.boolean(),
    offsetMs: instant,
    language: text,
    isCorrected: fc.boolean(),
    at: instant,
    format: fc.constant('markdown'),
    delivery,
    deliveryFailure: text,
  },
  ['id', 'speaker', 'text', 'isFinal'],
);
const parameter = fc.oneof(
  fc.record({ name: text, state: fc.constantFrom('pending', 'empty') }),
  fc.record({ name: text, state: fc.constant('value'), value: text }),
  optional({ name: text, state: fc.constant('not-available'), reason: text }, ['name', 'state']),
);
const caller = optional({ name: text, phone: text, upn: text, isAnonymous: fc.boolean() });
const afterCallWork = optional(
  { startedAt: instant, dueAt: instant, canFinishEarly: fc.boolean(), canExtend: fc.boolean() },
  ['startedAt', 'canFinishEarly', 'canExtend'],
);
const messaging = optional({ maxLength: fc.nat(), isFormatted: fc.boolean(), closesAt: instant, closedReason: text });
const mailAddress = optional({ address: text, name: text }, ['address']);
const email = optional(
  {
    from: mailAddress,
    to: fc.array(mailAddress, { maxLength: 2 }),
    cc: fc.array(mailAddress, { maxLength: 2 }),
    subject: text,
    sentAt: instant,
    html: text,
    text,
    attachments: fc.array(
      optional({ id: text, name: text, size: fc.nat(), mediaType: text, url: text }, ['id', 'name']),
      { maxLength: 2 },
    ),
  },
  ['from', 'to'],
);
const externalTask = optional({ description: text, url: text });
const summary = optional(
  {
    status: fc.constantFrom('pending', 'streaming', 'ready', 'failed', 'not-available'),
    version: fc.nat(),
    parts: optional({ title: text, issue: text, resolution: text, recap: text, narrative: text }),
    reason: text,
  },
  ['status', 'version', 'parts'],
);
const suggested = optional({ primaryCode: text, secondaryCode: text, tags: fc.array(text, { maxLength: 3 }) }, [
  'tags',
]);
const contextRecord = fc.oneof(
  optional(
    {
      isStored: fc.constant(true),
      until: instant,
      urls: fc.array(fc.record({ itemId: text, url: text }), { maxLength: 2 }),
    },
    ['isStored'],
  ),
  optional({ isStored: fc.constant(false), reason: text }, ['isStored']),
);
const described = {
  messaging,
  email,
  externalTask,
  isTranscribable: fc.boolean(),
  serviceId: text,
  modality: fc.oneof(fc.constantFrom('im', 'email'), text),
  direction: fc.constantFrom('inbound', 'outbound', 'none'),
  caller,
  customer: optional({ id: text, company: text }),
  participants: fc.array(participant, { maxLength: 3 }),
  parameters: fc.array(parameter, { maxLength: 3 }),
};
const whole = {
  id: text,
  state: fc.constantFrom('offered', 'active', 'parked', 'ended'),
  since: instant,
  times: optional({ queued: instant, ended: instant }),
  tags: fc.array(text, { maxLength: 3 }),
  unread: fc.nat(),
  isSelected: fc.boolean(),
};
const ofSessions = { typing: fc.array(text, { maxLength: 2 }), summary, suggested, contextRecord };
const session = optional(
  { ...described, ...whole, ...ofSessions, result: text, sentiment: fc.constant('neutral'), afterCallWork },
  ['serviceId', 'modality', 'direction', 'participants', 'parameters', ...Object.keys(whole)],
);
const offer = optional({ ...described, queuedAt: instant }, ['serviceId', 'modality', 'direction']);
const usage = fc.record({ total: fc.nat(), perModality: optional({ im: fc.nat(), external: fc.nat() }) });

const fact = (types, entries = {}, requiredKeys = Object.keys(entries)) =>
  optional({ type: fc.constantFrom(...types), at: instant, causedBy: text, ...entries }, [
    'type',
    'at',
    ...requiredKeys,
  ]);
const onSession = (types, entries = {}, requiredKeys = Object.keys(entries)) =>
  fact(types, { sessionId: text, ...entries }, ['sessionId', ...requiredKeys]);

const anyFact = fc.oneof(
  fact(['session.snapshot'], { session }),
  onSession(['session.offered'], { offer }),
  onSession(['session.accepted', 'session.connected'], { offerOutcome: text }, []),
  onSession(['session.parked', 'session.removed', 'after-call-work.finished']),
  onSession(['session.park-failed', 'transcript.unavailable'], { reason: text }),
  onSession(['session.transferring'], { target: text }),
  onSession(['session.ended'], { result: text, offerOutcome: text, afterCallWork }, []),
  onSession(['caller.identified'], { caller }),
  onSession(['participant.joined'], { participant }),
  onSession(['parameters.changed'], { parameters: fc.array(parameter) }),
  onSession(['codes.chosen'], { primary: fc.option(text), secondary: fc.option(text) }, []),
  onSession(['tags.changed'], { tags: fc.array(text) }),
  onSession(['transcript.appended'], { segments: fc.array(segment, { maxLength: 4 }) }),
  onSession(['transcript.corrected'], { segment }),
  onSession(['message.delivery-changed'], { segmentId: text, delivery, reason: text }, ['segmentId', 'delivery']),
  onSession(['transcript.eligibility-changed'], { isTranscribable: fc.boolean() }),
  onSession(['codes.suggested'], { suggested }),
  onSession(['summary.changed'], { summary }),
  onSession(['typing.changed'], { typing: fc.array(text, { maxLength: 2 }) }),
  onSession(['messaging.changed'], { messaging }),
  onSession(['email.received'], { email }),
  onSession(['external-task.changed'], { externalTask }),
  onSession(['context.recorded'], { contextRecord }),
  fact(
    ['presence.changed'],
    {
      userId: text,
      presence: text,
      reason: text,
      chosen: text,
      cause: text,
      until: instant,
      serviceId: text,
      modality: text,
    },
    ['userId', 'presence'],
  ),
  fact(['usage.reported'], { userId: text, usage }),
  fact(['configuration.loaded'], { configuration: fc.constant(configuration) }),
  fact(['configuration.rejected'], {
    problems: fc.array(fc.record({ path: text, expected: text, found: text }), { maxLength: 2 }),
  }),
);

const overTheWire = (value) => JSON.parse(JSON.stringify(value));

test('a fact that was written reads as the same fact', () => {
  fc.assert(
    fc.property(anyFact, (written) => {
      const envelope = readEnvelope(overTheWire(envelopeOf(written)));
      assert.ok(envelope.ok, envelope.reason);
      const { epoch, seq, prev } = envelope.value;
      assert.deepEqual({ epoch, seq, prev }, { ...POSITION, prev: 7 });
      const read = readFact(envelope.value);
      assert.ok(read.ok, read.reason);
      assert.deepEqual(overTheWire(read.value), overTheWire(written));
      if (written.type === 'configuration.loaded') assert.deepEqual(read.value.configuration, configuration);
    }),
    RUNS,
  );
});

test('reading never throws, and what it refuses it names by a path without repeating it', () => {
  const canary = 'Geheim-0791234567';
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(canary, null, 7, [canary], { [canary]: canary }));
  const spoil = (value, path, other) => {
    const copy = overTheWire(value);
    const parent = path.slice(0, -1).reduce((at, key) => (at && typeof at === 'object' ? at[key] : undefined), copy);
    if (parent && typeof parent === 'object') parent[path.at(-1)] = other;
    return copy;
  };
  const pathsOf = (value, path = []) =>
    value && typeof value === 'object'
      ? Object.keys(value).flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])])
      : [];
  fc.assert(
    fc.property(anyFact, fc.nat(), junk, (written, choice, other) => {
      const envelope = overTheWire(envelopeOf(written));
      const paths = pathsOf(envelope);
      const spoilt = spoil(envelope, paths[choice % paths.length], other);
      const read = readEnvelope(spoilt);
      const refused = read.ok ? readFact(read.value) : read;
      if (!refused.ok) assert.doesNotMatch(refused.reason, new RegExp(canary));
    }),
    RUNS,
  );
  for (const value of [undefined, null, 7, 'x', [], {}, { v: 2 }, JSON.parse('{"__proto__":{"v":1}}')])
    for (const read of [readEnvelope, readHeartbeat, readSnapshot, readCommand, readHistory])
      assert.equal(read(value, 0).ok, false);
  assert.equal({}.polluted, undefined);
});

test('what is not there is called missing, and what is of another kind by what was expected', () => {
  const whole = { v: 1, epoch: 'e', seq: 1, serverTime: 5, state: { agentId: 'ana' } };
  const reasons = [
    [{ epoch: undefined }, 'epoch: Missing'],
    [{ state: {} }, 'state.agentId: Missing'],
    [{ serverTime: '2026-03-14T08:00:00Z' }, 'serverTime: Expected number'],
  ];
  for (const [more, reason] of reasons) assert.equal(readSnapshot(overTheWire({ ...whole, ...more })).reason, reason);
});

test('the facts of tomorrow pass, malformed ones of today do not', () => {
  const envelope = { v: 1, ...POSITION, prev: 7, ts: 5, type: 'session.whispered', sessionId: 's1', data: { to: 'x' } };
  const read = (more) => readFact(readEnvelope(overTheWire({ ...envelope, ...more })).value);
  assert.deepEqual(read({}).value, { type: 'session.whispered', sessionId: 's1', at: 5, to: 'x' });
  assert.deepEqual(read({ type: 'constructor', data: { type: 'session.parked', at: 0 } }).value.type, 'constructor');
  assert.deepEqual(read({ type: 'session.parked', later: 1, data: { more: 2 } }).value, {
    type: 'session.parked',
    sessionId: 's1',
    at: 5,
  });
  const reasons = [
    [
      { type: 'session.parked', sessionId: undefined },
      /session\.parked: sessionId: Unreadable; what belongs there is in fact\.schema\.json$/,
    ],
    [
      { type: 'tags.changed', data: { tags: 'a' } },
      /^tags\.changed: tags: Unreadable; what belongs there is in fact\.schema\.json$/,
    ],
    [
      { type: 'session.snapshot', data: { session: { id: 's1' } } },
      /^session\.snapshot: session\.serviceId: Unreadable;/,
    ],
    [{ type: 'sentiment.changed', data: { sentiment: null } }, /^sentiment\.changed: sentiment: Unreadable;/],
    [{ type: 'workspace.reset', data: { agentId: 'a' } }, /workspace\.reset/],
    [{ type: 'connection.changed', data: { status: 'live' } }, /connection\.changed/],
  ];
  for (const [more, reason] of reasons) assert.match(read(more).reason, reason);
  const { value, leftOut } = read({ type: 'tags.changed', data: { tags: ['a', 5] } });
  assert.deepEqual(
    [value.tags, leftOut],
    [['a'], ['tags.changed: tags[1]: Unreadable; what belongs there is in fact.schema.json']],
  );
  for (const more of [{ v: 2 }, { seq: -1 }, { seq: 1.5 }, { prev: '7' }, { epoch: 'a:b' }, { ts: 9e15 }, { data: [] }])
    assert.equal(readEnvelope({ ...envelope, ...more }).ok, false, JSON.stringify(more));
});

test('a configuration that cannot be used is told, and its problems', () => {
  const bad = {
    v: 1,
    ...POSITION,
    prev: 7,
    ts: 5,
    type: 'configuration.loaded',
    data: { configuration: { version: 9 } },
  };
  const { value } = readFact(readEnvelope(bad).value);
  assert.equal(value.type, 'configuration.rejected');
  assert.ok(value.problems.some(({ path }) => path === 'version'));
  const state = { ...emptyState('maren'), configuration: { version: 9 } };
  const { events } = readSnapshot({ v: 1, ...POSITION, serverTime: 5, state }).value;
  assert.deepEqual(
    events.map(({ type }) => type),
    ['workspace.reset', 'configuration.rejected'],
  );
});

test('one bad session does not take the others with it', () => {
  const sessions = [
    aSession('s1'),
    { id: 's2' },
    aSession('s3', { state: 'dreaming' }),
    aSession('s4', { modality: 'fax' }),
  ];
  const body = { v: 1, ...POSITION, serverTime: 5, state: { ...emptyState('maren'), sessions } };
  const snapshot = readSnapshot(body).value;
  assert.deepEqual(snapshot.position, POSITION);
  assert.deepEqual(
    snapshot.events.flatMap((event) => (event.type === 'session.snapshot' ? [event.session.id] : [])),
    ['s1', 's4'],
  );
  assert.equal(snapshot.rejected.length, 2);
  assert.match(snapshot.rejected[0], /^state\.sessions\[1\]\.serviceId: /);
  assert.match(snapshot.rejected[1], /^state\.sessions\[2\]\.state: /);
  const page = readHistory({ v: 1, sessions, next: 'c' }, 5).value;
  assert.deepEqual([page.events.length, page.rejected.length, page.next], [2, 2, 'c']);
});

test('a session may leave out what is empty', () => {
  const { id, serviceId, modality, direction, state, since } = aSession('s1');
  const sessions = [{ id, serviceId, modality, direction, state, since }];
  const { events } = readSnapshot({ v: 1, ...POSITION, serverTime: 5, state: { agentId: 'maren', sessions } }).value;
  assert.deepEqual(events.at(-1).session, aSession('s1'));
});

test('commands read as they were written; positions as their ids', () => {
  const wishes = [
    { type: 'session.park', sessionId: 's1' },
    { type: 'session.transfer', sessionId: 's1', targetServiceId: 't' },
    { type: 'session.transfer', sessionId: 's1', targetUserId: 'u' },
    { type: 'session.transfer', sessionId: 's1', targetNumber: '+4721550100' },
    { type: 'codes.choose', sessionId: 's1', primary: null },
    { type: 'tags.change', sessionId: 's1', tags: ['a'] },
    { type: 'messages.mark-read', sessionId: 's1', segmentId: 'm1' },
    { type: 'presence.change', presence: 'busy' },
  ];
  for (const wish of wishes) assert.deepEqual(readCommand(overTheWire(writeCommand(wish))).value, wish);
  assert.deepEqual(positionOf(cursorOf(POSITION)), POSITION);
  for (const id of ['', 'a', 'a:', ':1', 'a:1e3', 'a:-1', 'a b:1', 'a:99999999999999999'])
    assert.equal(positionOf(id), undefined);
});
