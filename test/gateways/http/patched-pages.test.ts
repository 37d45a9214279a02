import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { plainJson } from '../../../src/core/text/plain-json.js';
import { Requests } from '../../../src/gateways/http/requests.js';
import { Client, tagging } from '../../support/http-client.js';
import { ScriptedBackend } from '../../support/scripted-backend.js';

/** As Prototype.js did before 1.7. */
function oldToJson(this: unknown[]): string {
  return `[${Array.prototype.map.call(this, (item) => JSON.stringify(item)).join(', ')}]`;
}
const toText = (): string => 'patched';
const PATCHES: readonly (readonly [what: string, prototypes: readonly object[], key: string, value: unknown])[] = [
  ['lists that write themselves', [Array.prototype], 'toJSON', oldToJson],
  ['texts and numbers that do', [String.prototype, Number.prototype, Boolean.prototype], 'toJSON', toText],
  ['everything that does', [Object.prototype], 'toJSON', toText],
  ['additions to lists', [Array.prototype], 'each', toText],
  ['additions to everything', [Object.prototype], 'extend', toText],
];

/** Runs something on a page that has patched what all pages share. */
function patched<T>([, prototypes, key, value]: (typeof PATCHES)[number], work: () => T): T {
  for (const prototype of prototypes)
    Object.defineProperty(prototype, key, { configurable: true, enumerable: true, writable: true, value });
  try {
    return work();
  } finally {
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, key);
  }
}

describe('a page that has patched what all pages share', () => {
  for (const patch of PATCHES) {
    it(`sends commands as they are: ${patch[0]}`, () => {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => {
          const plain = JSON.stringify(value);
          expect(patched(patch, () => plainJson(value))).to.equal(plain);
        }),
      );
    });

    it(`reads what comes, and sends what is asked for: ${patch[0]}`, async () => {
      const backend = new ScriptedBackend();
      const bodies: unknown[] = [];
      const undo: (() => void)[] = [];
      const client = new Client(backend, {
        fetch: async (input, init) => {
          // The backend stands elsewhere: there, nothing is patched.
          for (const each of undo.splice(0)) each();
          if (init?.body !== undefined) bodies.push(JSON.parse(init.body as string));
          const response = await backend.fetch(input, init);
          return Object.defineProperty(response, 'json', {
            value: async () => {
              const body: unknown = JSON.parse(await response.text());
              patch_();
              return body;
            },
          });
        },
      });
      const patch_ = (): void => {
        const [, prototypes, key, value] = patch;
        for (const prototype of prototypes) {
          Object.defineProperty(prototype, key, { configurable: true, enumerable: true, writable: true, value });
          undo.push(() => Reflect.deleteProperty(prototype, key));
        }
      };
      try {
        await client.until('a session', () => client.state.sessions.has('s'));
        const reply = client.gateway.execute(tagging('c', 'a', 'b'));
        expect(await reply).to.deep.equal({ ok: true });
      } finally {
        for (const each of undo) each();
        client.disconnect();
      }
      expect(bodies).to.deep.equal([{ v: 1, type: 'tags.change', sessionId: 's', tags: ['a', 'b'] }]);
    });
  }
});

describe('a relative address of a gateway', () => {
  for (const [url, base] of [
    ['api/my-sessions', '/app/api/my-sessions/'],
    ['/api', '/api/'],
    ['../api/', '/api/'],
    ['https://other.example/x', 'https://other.example/x/'],
  ] as const)
    it(`is taken as fetch takes it on a page with a base: ${url}`, () => {
      const element = Object.assign(document.createElement('base'), { href: '/app/' });
      document.head.append(element);
      expect(new Requests({ url }).base).to.equal(new URL(base, location.origin).href);
      expect(new Request(url).url.replace(/\/*$/, '/')).to.equal(new Requests({ url }).base);
      element.remove();
    });
});
