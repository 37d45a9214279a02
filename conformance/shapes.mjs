import { expect, shown } from './finding.mjs';

const isText = (value) => typeof value === 'string' && value !== '';
const isString = (value) => typeof value === 'string';
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isTime = (value) => Number.isFinite(value) && value > 1e12;
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const absentOr = (test) => (value) => value === null || value === undefined || test(value);
const optional = (test) => (value) => value === undefined || test(value);

const isPerson = (value) =>
  isRecord(value) && isText(value.address) && optional((name) => typeof name === 'string')(value.name);
const arePeople = (value) => Array.isArray(value) && value.every(isPerson);
const isMail = (value) =>
  isRecord(value) &&
  isPerson(value.from) &&
  arePeople(value.to) &&
  ['cc', 'replyTo'].every((name) => optional(arePeople)(value[name]));

const VERSION = { v: [(value) => value === 1, 'the number 1'] };
const EPOCH = { epoch: [isText, 'a text that is not empty'] };
const POSITION = { ...EPOCH, seq: [isCount, 'a whole number from 0'] };
const TIME = [isTime, 'milliseconds since 1970'];

const SNAPSHOT = { ...VERSION, ...POSITION, serverTime: TIME, state: [isRecord, 'an object'] };
const STATE = {
  agentId: [isText, 'a text that is not empty'],
  presences: [optional(Array.isArray), 'a list, or absent'],
  usages: [optional(Array.isArray), 'a list, or absent'],
  sessions: [Array.isArray, 'a list'],
  transcripts: [optional(Array.isArray), 'a list, or absent'],
};
const ENVELOPE = {
  ...VERSION,
  ...POSITION,
  prev: [isCount, 'a whole number from 0'],
  ts: TIME,
  type: [isText, 'a text that is not empty'],
  sessionId: [optional(isText), 'a text, or absent'],
  causedBy: [optional(isText), 'a text, or absent'],
  data: [isRecord, 'an object'],
};
const HEARTBEAT = { ...VERSION, ...EPOCH, head: [isCount, 'a whole number from 0'], ts: TIME };
const RESET = { ...VERSION, reason: [isText, 'a text that is not empty'] };
const SESSION = {
  id: [isText, 'a text that is not empty'],
  serviceId: [isText, 'a text that is not empty'],
  modality: [isText, 'a text that is not empty'],
  state: [isText, 'a text that is not empty'],
  since: TIME,
  participants: [optional(Array.isArray), 'a list, or absent'],
  parameters: [optional(Array.isArray), 'a list, or absent'],
  tags: [optional(Array.isArray), 'a list, or absent'],
  unread: [optional(isCount), 'a whole number from 0, or absent'],
  email: [optional(isMail), 'a mail whose from, to, cc and replyTo hold people with an address, or absent'],
};
const ITEM = {
  id: [isText, 'a text that is not empty'],
  serviceId: [isText, 'a text that is not empty'],
  modality: [isText, 'a text that is not empty'],
  since: TIME,
  customer: [absentOr(isRecord), 'an object, or absent'],
  caller: [absentOr(isRecord), 'an object, or absent'],
  visitorLabel: [absentOr(isString), 'a text, or absent'],
  subject: [absentOr(isString), 'a text, or absent'],
};
/** How a presence came about. For readers null is absent. */
const PRESENCE = {
  chosen: [absentOr(isString), 'the presence that the user chose, or absent'],
  cause: [absentOr(isString), 'a word such as rona, or absent'],
  until: [absentOr(isTime), 'milliseconds since 1970, or absent'],
  serviceId: [absentOr(isString), 'the id of a service, or absent'],
  modality: [absentOr(isString), 'a word such as im, or absent'],
};
const OUTCOME = { offerOutcome: [absentOr(isString), 'a word such as taken, or absent'] };
const PROBLEM = {
  type: [isText, 'a text that is not empty'],
  title: [isText, 'a text that is not empty'],
  status: [isCount, 'the status once more'],
};

function check(what, value, fields) {
  expect(isRecord(value), { expected: `${what} as a JSON object`, found: shown(value), fix: `Send ${what} as JSON.` });
  for (const [name, [test, wanted]] of Object.entries(fields))
    expect(test(value[name]), {
      expected: `${what} with ${name}: ${wanted}`,
      found: `${name}: ${shown(value[name])}`,
      fix: `Correct ${name} in ${what}.`,
    });
}

export const checkWorkItem = (item) => check('a work item', item, ITEM);
export const checkSession = (session) => check('a session', session, SESSION);
export function checkEnvelope(envelope) {
  check('an envelope', envelope, ENVELOPE);
  const { type, data } = envelope;
  if (type === 'presence.changed') check('a presence', data, PRESENCE);
  if (ENDS_OFFERS.has(type)) check(type, data, OUTCOME);
}

const ENDS_OFFERS = new Set(['session.accepted', 'session.connected', 'session.ended']);

export const checkHeartbeat = (heartbeat) => check('a heartbeat', heartbeat, HEARTBEAT);
export const checkReset = (reset) => check('a reset', reset, RESET);

export function checkSnapshot(snapshot) {
  check('a snapshot', snapshot, SNAPSHOT);
  check("a snapshot's state", snapshot.state, STATE);
  snapshot.state.sessions.forEach(checkSession);
  for (const presence of snapshot.state.presences ?? []) check('a presence', presence, PRESENCE);
}

/** The type of a problem where an optional route is not served. */
export const NOT_FOUND = 'urn:my-sessions:problem:not-found';

/** A refusal: the status, and a problem document that says nothing about the inside of the backend. */
export function checkProblem({ status, type, body, text }, statuses, what) {
  const wanted = statuses.join(' or ');
  expect(statuses.includes(status), {
    expected: `${wanted} for ${what}`,
    found: `${status} ${type}`,
    fix: `Answer ${what} with ${wanted}.`,
  });
  expect(type === 'application/problem+json', {
    expected: `a problem document (application/problem+json) for ${what}`,
    found: `${type || 'no content-type'}: ${shown(text)}`,
    fix: 'Refuse with a problem document; a reader takes HTML for a login page.',
  });
  check('a problem document', body, PROBLEM);
  expect(body.status === status, {
    expected: `status ${status} in the problem document too`,
    found: shown(body.status),
    fix: 'Let the document repeat the status it is sent with.',
  });
  expect(!LEAKS.test(text), {
    expected: 'a problem document without anything of the inside',
    found: shown(text),
    fix: 'Log the stack on the server, and send a title only.',
  });
}

const LEAKS = /\bat [^\n]+:\d+:\d+|node_modules|Traceback|\.(ts|js|mjs|py|java|cs|go):\d+/;
