import { expect } from '@open-wc/testing';
import type { WireFact } from '../../../src/core/wire/contract.js';
import { readEnvelope, readFact } from '../../../src/core/wire/read-envelope.js';
import { writeFact } from '../../../src/core/wire/write-envelope.js';
import { FULLEST_FACTS } from '../../support/fullest-facts.js';
import { nameOf, ofAnotherKind, placesIn, valueAt, withAt, withoutAt } from '../../support/spoiling.js';
import type { Path } from '../../support/spoiling.js';

const envelopeOf = (fact: WireFact): object =>
  JSON.parse(JSON.stringify({ ...writeFact(fact), epoch: 'a', seq: 8, prev: 7 })) as object;

/** The fact in an envelope, or why there is none. */
function factIn(envelope: object): WireFact | string {
  const read = readEnvelope(envelope);
  if (!read.ok) return read.reason;
  const fact = readFact(read.value);
  return fact.ok ? fact.value : fact.reason;
}

/** Places whose words are fixed: the contract names all of them. Everything else that is text is anybody's. */
const FIXED =
  /(^|\.)(role|direction|sentiment|delivery|format|offerOutcome|failure\.action|summary\.status|parameters\[\]\.state|session\.state)$/;

/** Places that nothing makes sense without, by their end. */
const REQUIRED = new RegExp(
  `(^|\\.)(${[
    'v|epoch|seq|prev|ts|type|data',
    'session|offer|reason|target|dueAt|caller|customer|participant|participantId|parameters|sentiment|tags',
    'suggested|summary|typing|messaging|email|externalTask|contextRecord|segments|segment|segmentId|delivery',
    'isTranscribable|unread|userId|presence|usage|problems',
  ].join('|')})$`,
);
const REQUIRED_INSIDE =
  /(participants\[\]|participant|speaker)\.(id|role)$|parameters\[\]\.(name|state|value)$|(segment|segments\[\])\.(id|speaker|text|isFinal)$|afterCallWork\.(startedAt|canFinishEarly|canExtend)$|failure\.(action|reason|at)$|email\.(from|to)$|(from|to\[\]|cc\[\]|replyTo\[\])\.address$|attachments\[\]\.(id|name)$|summary\.(status|version)$|contextRecord\.isStored$|urls\[\]\.(itemId|url)$|session\.(id|serviceId|modality|direction|state|since)$|offer\.(serviceId|modality|direction)$|usage\.total$|problems\[\]\.(path|expected|found)$/;

/** Whether the envelope must have something there. Deeper places have rules of their own. */
function isRequired(fact: WireFact, path: Path): boolean {
  const name = nameOf(path);
  if (name === 'sessionId') return 'sessionId' in fact;
  if (name === 'data.reason') return !/^(message|presence)/.test(fact.type);
  if (path.length === 1 || (path.length === 2 && path[0] === 'data')) return REQUIRED.test(name);
  return REQUIRED_INSIDE.test(name);
}

describe('every fact of the contract', () => {
  for (const [index, fact] of FULLEST_FACTS.entries()) {
    const what = `${fact.type} (${String(index + 1)})`;
    const places = placesIn(envelopeOf(fact)).filter((path) => path.length > 0);

    it(`is read as it was written, with all it can hold: ${what}`, () => {
      expect(factIn(envelopeOf(fact))).to.deep.equal(fact);
    });

    it(`is refused with anything of another kind in it, and its place is named: ${what}`, () => {
      for (const path of places.filter(([first]) => first !== 'type')) {
        const envelope = envelopeOf(fact);
        const spoilt = withAt(envelope, path, ofAnotherKind(valueAt(envelope, path)));
        expect(factIn(spoilt), nameOf(path)).to.be.a('string');
      }
    });

    it(`is refused with a word where only those of the contract can be: ${what}`, () => {
      for (const path of places.filter((each) => FIXED.test(nameOf(each)))) {
        expect(factIn(withAt(envelopeOf(fact), path, 'of-tomorrow')), nameOf(path)).to.be.a('string');
        expect(factIn(withAt(envelopeOf(fact), path, '')), nameOf(path)).to.be.a('string');
      }
    });

    it(`says enough without what may be left out, and nothing without the rest: ${what}`, () => {
      for (const path of places.filter((each) => typeof each.at(-1) === 'string')) {
        const read = factIn(withoutAt(envelopeOf(fact), path));
        expect(typeof read, nameOf(path)).to.equal(isRequired(fact, path) ? 'string' : 'object');
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
    for (const unread of [0, Number.MAX_SAFE_INTEGER]) expect(session('unread', unread)).to.be.an('object');
    for (const unread of [-1, 1.5, Number.MAX_SAFE_INTEGER + 1]) expect(session('unread', unread)).to.be.a('string');
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
    ['offerOutcome', ['accepted', 'declined', 'missed', 'cancelled']],
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
