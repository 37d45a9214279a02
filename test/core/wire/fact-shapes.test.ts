import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { FACT_NEEDS } from '../../../src/core/reading/fact-needs.js';
import type { WireFact } from '../../../src/core/wire/contract.js';
import { factSchemas } from '../../../src/core/wire/envelope-schemas.js';
import { readEnvelope, readFact } from '../../../src/core/wire/read-envelope.js';
import { writeFact } from '../../../src/core/wire/write-envelope.js';
import { FULLEST_FACTS } from '../../support/fullest-facts.js';
import { nameOf, ofAnotherKind, placesIn, valueAt, withAt, withoutAt } from '../../support/spoiling.js';
import type { Path } from '../../support/spoiling.js';

const envelopeOf = (fact: WireFact): object =>
  JSON.parse(JSON.stringify({ ...writeFact(fact), epoch: 'a', seq: 8, prev: 7 })) as object;

/** What comes of an envelope: the fact in it and what was left out of that, or why there is none. */
function readingOf(envelope: object): { readonly fact?: WireFact; readonly said: readonly string[] } {
  const read = readEnvelope(envelope);
  if (!read.ok) return { said: [read.reason] };
  const fact = readFact(read.value);
  return fact.ok ? { fact: fact.value, said: fact.leftOut } : { said: [fact.reason] };
}

/** The fact in an envelope, or why there is none. */
const factIn = (envelope: object): WireFact | string => readingOf(envelope).fact ?? readingOf(envelope).said.join();

/** Whether a backend may write it so, by the schemas of the contract. */
const isOfTheContract = (fact: WireFact): boolean => factSchemas.some((schema) => v.is(schema, envelopeOf(fact)));

/** Places whose words are fixed: the contract names all of them, and nothing would know what to do with another one. */
const FIXED = /(^|\.)(format|failure\.action|parameters\[\]\.state|(session|before)\.state)$/;

/** Places with words of which others are shown as they are. */
const OPEN =
  /(^|\.)(role|direction|sentiment|delivery|offerOutcome|summary\.status|modality|result|presence|chosen|cause)$/;

/** Places that nothing makes sense without, by their end. */
const REQUIRED = new RegExp(
  `(^|\\.)(${[
    'v|epoch|seq|prev|ts|type|data',
    'session|offer|reason|target|dueAt|cannot|caller|customer|participant|participantId|parameters|sentiment|tags',
    'suggested|summary|typing|messaging|email|externalTask|contextRecord|segments|segment|segmentId|delivery',
    'isTranscribable|unread|notes|userId|presence|usage|problems',
  ].join('|')})$`,
);
const REQUIRED_INSIDE =
  /(participants\[\]|participant|speaker)\.id$|parameters\[\]\.(name|state)$|(segment|segments\[\])\.(id|speaker|text|isFinal)$|afterCallWork\.(startedAt|canFinishEarly|canExtend)$|failure\.(action|reason|at)$|cannot\[\]\.(command|reason)$|email\.(from|to)$|(from|to\[\]|cc\[\]|replyTo\[\])\.address$|attachments\[\]\.(id|name)$|files\.types$|summary\.(status|version)$|notes\.version$|contextRecord\.isStored$|urls\[\]\.(itemId|url)$|session\.(id|serviceId|modality|state|since)$|before\.(state|since)$|offer\.(serviceId|modality)$|usage\.total$|problems\[\]\.(path|expected|found)$/;

/** Whether what is around a place makes no sense without it: the envelope, an object or item of a list. */
function isRequired(fact: WireFact, path: Path): boolean {
  const name = nameOf(path);
  if (name === 'sessionId') return 'sessionId' in fact;
  if (name === 'data.reason') return !/^(message|presence)/.test(fact.type);
  if (path.length === 1 || (path.length === 2 && path[0] === 'data')) return REQUIRED.test(name);
  return REQUIRED_INSIDE.test(name);
}

/** What goes with a place that cannot be read: itself, or the first place around it that can be done without. */
function lostWith(fact: WireFact, path: Path): Path | undefined {
  if (path.length === 0) return undefined;
  return typeof path.at(-1) === 'number' || !isRequired(fact, path) ? path : lostWith(fact, path.slice(0, -1));
}

/** Without a member, or without an item of a list. */
function withoutItem<T>(value: T, path: Path): T {
  const at = path.at(-1);
  if (typeof at !== 'number') return withoutAt(value, path);
  const list = path.slice(0, -1);
  return withAt(value, list, (valueAt(value, list) as readonly unknown[]).toSpliced(at, 1));
}

/** A fact without a part; of a parameter without its value it is known why there is none. */
function withoutPart(fact: WireFact, path: Path, state: 'empty' | 'not-available'): WireFact | undefined {
  const without = withoutItem(envelopeOf(fact), path);
  const isValue = path.at(-1) === 'value';
  return readingOf(isValue ? withAt(without, [...path.slice(0, -1), 'state'], state) : without).fact;
}

describe('every fact of the contract', () => {
  it('is among those that are tried here', () => {
    const tried = new Set(FULLEST_FACTS.map(({ type }) => type as string));
    // Two are none of the contract, and configurations are documents that are read elsewhere.
    expect(Object.keys(FACT_NEEDS).filter((type) => !tried.has(type))).to.deep.equal([
      'workspace.reset',
      'configuration.loaded',
      'connection.changed',
    ]);
  });

  for (const [index, fact] of FULLEST_FACTS.entries()) {
    const what = `${fact.type} (${String(index + 1)})`;
    const places = placesIn(envelopeOf(fact)).filter((path) => path.length > 0);

    it(`is read as it was written, with all it can hold: ${what}`, () => {
      expect(factIn(envelopeOf(fact))).to.deep.equal(fact);
    });

    it(`loses what is of another kind, and nothing else, and says where: ${what}`, () => {
      for (const path of places.filter(([first]) => first !== 'type')) {
        const envelope = envelopeOf(fact);
        const { fact: left, said } = readingOf(withAt(envelope, path, ofAnotherKind(valueAt(envelope, path))));
        const lost = lostWith(fact, path);
        expect(left, nameOf(path)).to.deep.equal(lost && withoutPart(fact, lost, 'not-available'));
        expect(said, nameOf(path)).to.have.length(1);
        expect(said[0], nameOf(path)).to.include(String(path.findLast((key) => typeof key === 'string')));
        if (left) expect(isOfTheContract(left), nameOf(path)).to.equal(true);
      }
    });

    it(`takes null for absent, and says nothing of it: ${what}`, () => {
      for (const path of places.filter((each) => typeof each.at(-1) === 'string')) {
        if (/^data\.(primary|secondary)$/.test(nameOf(path))) continue;
        const without = readingOf(withoutAt(envelopeOf(fact), path));
        const { fact: left, said } = readingOf(withAt(envelopeOf(fact), path, null));
        expect(left, nameOf(path)).to.deep.equal(without.fact);
        if (lostWith(fact, path)?.length === path.length) expect(said, nameOf(path)).to.deep.equal([]);
      }
    });

    it(`takes blank text for absent where nothing needs it: ${what}`, () => {
      for (const path of places.filter((each) => typeof valueAt(envelopeOf(fact), each) === 'string')) {
        if (isRequired(fact, path) || /^data\.(primary|secondary)$/.test(nameOf(path))) continue;
        const { fact: left, said } = readingOf(withAt(envelopeOf(fact), path, ' \u200B'));
        if (left) expect(left, nameOf(path)).to.deep.equal(withoutPart(fact, path, 'empty'));
        else expect(said.join(), nameOf(path)).to.not.equal('');
      }
    });

    it(`leaves out a word that nothing knows what to do with: ${what}`, () => {
      for (const path of places.filter((each) => FIXED.test(nameOf(each)))) {
        const lost = lostWith(fact, path);
        const { fact: left, said } = readingOf(withAt(envelopeOf(fact), path, 'of-tomorrow'));
        expect(left, nameOf(path)).to.deep.equal(lost && readingOf(withoutItem(envelopeOf(fact), lost)).fact);
        expect(said, nameOf(path)).to.have.length(1);
      }
    });

    it(`keeps a word of tomorrow as it is: ${what}`, () => {
      for (const path of places.filter((each) => OPEN.test(nameOf(each)))) {
        const envelope = withAt(envelopeOf(fact), path, 'of-tomorrow');
        const { fact: left, said } = readingOf(envelope);
        expect(said, nameOf(path)).to.deep.equal([]);
        expect(left && envelopeOf(left), nameOf(path)).to.deep.equal(envelope);
      }
    });

    it(`says enough without what may be left out, and nothing without the rest: ${what}`, () => {
      for (const path of places.filter((each) => typeof each.at(-1) === 'string')) {
        const { fact: left, said } = readingOf(withoutAt(envelopeOf(fact), path));
        const lost = lostWith(fact, path);
        expect(left === undefined, nameOf(path)).to.equal(lost === undefined);
        expect(said.length, nameOf(path)).to.equal(isRequired(fact, path) ? 1 : 0);
      }
    });

    it(`loses what nobody knows: ${what}`, () => {
      for (const path of places.filter((each) => typeof valueAt(envelopeOf(fact), each) === 'object')) {
        if (Array.isArray(valueAt(envelopeOf(fact), path))) continue;
        const more = withAt(envelopeOf(fact), [...path, 'of-tomorrow'], 'x');
        expect(factIn(more), nameOf(path)).to.deep.equal(fact);
      }
    });
  }

  it('has its numbers inside of what a date and a counter can be', () => {
    const [snapshot] = FULLEST_FACTS;
    const session = (name: string, value: unknown): WireFact | string =>
      factIn(withAt(envelopeOf(snapshot!), ['data', 'session', name], value));
    for (const since of [8.64e15, -8.64e15, 0]) expect(session('since', since), String(since)).to.be.an('object');
    for (const since of [8.64e15 + 1, -8.64e15 - 1, null])
      expect(session('since', since), String(since)).to.be.a('string');
    for (const [given, read] of [
      [0, 0],
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [-1, 0],
      [1.5, 0],
      [Number.MAX_SAFE_INTEGER + 1, 0],
    ] as const)
      expect(session('unread', given)).to.have.nested.property('session.unread', read);
  });

  const words: readonly [string, readonly string[]][] = [
    ['direction', ['inbound', 'outbound', 'none']],
    [
      'state',
      [
        ...['offered', 'accepted', 'active', 'held', 'parking', 'parked', 'unparking', 'transferring'],
        ...['after-call-work', 'ended'],
      ],
    ],
    ['offerOutcome', ['accepted', 'declined', 'missed', 'cancelled', 'taken', 'assigned']],
    [
      'sentiment',
      [
        ...['very-negative', 'negative', 'slightly-negative', 'neutral'],
        ...['slightly-positive', 'positive', 'very-positive'],
      ],
    ],
  ];
  for (const [name, values] of words)
    it(`may have any of the words of the contract: ${name} ${values.join(', ')}`, () => {
      const [snapshot] = FULLEST_FACTS;
      for (const value of values) {
        const read = factIn(withAt(envelopeOf(snapshot!), ['data', 'session', name], value));
        expect(read, value).to.have.nested.property(`session.${name}`, value);
      }
    });

  it('may have failed to park, to unpark and to transfer', () => {
    const [snapshot] = FULLEST_FACTS;
    for (const action of ['park', 'unpark', 'transfer'])
      expect(factIn(withAt(envelopeOf(snapshot!), ['data', 'session', 'failure', 'action'], action))).to.be.an(
        'object',
      );
  });
});
