import { expect } from '@open-wc/testing';
import { verdictOf } from '../../../src/gateways/http/verdict.js';
import type { Verdict } from '../../../src/gateways/http/verdict.js';

const JSON_TYPE = 'application/json';
const STREAM = 'text/event-stream';

const tables: readonly [string, number, string, typeof JSON_TYPE | typeof STREAM, Verdict['kind']][] = [
  ['data', 200, 'application/json; charset=utf-8', JSON_TYPE, 'ok'],
  ['data of a kind of its own', 200, 'application/vnd.bank+json', JSON_TYPE, 'ok'],
  ['data of a kind of its own in place of a stream', 200, 'application/vnd.bank+json', STREAM, 'retry'],
  ['a stream', 200, 'text/event-stream; charset=utf-8', STREAM, 'ok'],
  ['a login page in place of data', 200, 'text/html; charset=utf-8', JSON_TYPE, 'signed-out'],
  ['a login page in place of a stream', 200, 'text/html', STREAM, 'signed-out'],
  ['data in place of a stream', 200, 'application/json', STREAM, 'retry'],
  ['text in place of data', 200, 'text/plain', JSON_TYPE, 'retry'],
  ['no type at all', 200, '', JSON_TYPE, 'retry'],
  ['no content', 204, '', STREAM, 'retry'],
  ['a redirect', 302, '', JSON_TYPE, 'signed-out'],
  ['nothing new', 304, '', JSON_TYPE, 'retry'],
  ['a token that is refused', 401, 'application/problem+json', JSON_TYPE, 'token'],
  ['a forbidden page', 403, 'text/html', STREAM, 'forbidden'],
  ['a forbidden thing', 403, 'application/problem+json', JSON_TYPE, 'forbidden'],
  ['a refusal', 409, 'application/problem+json', JSON_TYPE, 'refused'],
  ['nothing there', 404, 'text/html', JSON_TYPE, 'refused'],
  ['a timeout', 408, '', JSON_TYPE, 'retry'],
  ['too much', 429, '', JSON_TYPE, 'retry'],
  ['a broken proxy', 502, 'text/html', JSON_TYPE, 'retry'],
  ['what a backend does not have', 501, 'application/problem+json', JSON_TYPE, 'refused'],
  ['a backend that is stopped', 503, 'application/problem+json', STREAM, 'retry'],
];

describe('what an answer means for the connection', () => {
  for (const [what, status, type, mediaType, kind] of tables) {
    it(`takes ${what} (${String(status)}) as ${kind}`, () => {
      const headers = new Headers(type === '' ? {} : { 'Content-Type': type });
      expect(verdictOf({ status, type: 'basic', headers }, mediaType, 0).kind).to.equal(kind);
    });
  }

  it('takes a redirect that the browser hides as one', () => {
    const opaque = { status: 0, type: 'opaqueredirect', headers: new Headers() } as const;
    expect(verdictOf(opaque, 'application/json', 0).kind).to.equal('signed-out');
  });

  it('passes on for how long to wait', () => {
    const headers = new Headers({ 'Retry-After': '7' });
    expect(verdictOf({ status: 503, type: 'basic', headers }, 'application/json', 0)).to.deep.equal({
      kind: 'retry',
      afterMs: 7000,
    });
  });
});
