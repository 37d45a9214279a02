import { expect } from '@open-wc/testing';
import { pausedByParking } from '../../../src/core/rules/park-pauses.js';
import { MODALITIES, SESSION_STATES } from '../../../src/index.js';
import type { Session } from '../../../src/index.js';
import { aConfiguration, aDocument, aSession, withCardLine } from '../../../stories/scenarios/builders.js';

const supervised = [{ id: 'kim', role: 'supervisor', name: 'Kim' }];
const paused = (session: Partial<Session> = {}, document: unknown = aDocument): readonly string[] =>
  pausedByParking(aSession(session), aConfiguration(document));

describe('what parking pauses', () => {
  const table: readonly (readonly [string, Partial<Session>, unknown, readonly string[]])[] = [
    ['a call that is transcribed', {}, aDocument, ['transcription']],
    ['one that is supervised, too', { participants: supervised }, aDocument, ['transcription', 'supervision']],
    ['a service that transcribes nothing', {}, withCardLine({ companion: { transcription: false } }), []],
    ['one without a recognizer', {}, withCardLine({ companion: { transcription: true, recognizer: false } }), []],
    [
      'an organisation without licences',
      {},
      { ...aDocument, tenant: { ...aDocument.tenant, companionLicences: false } },
      [],
    ],
    ['a call that cannot be transcribed', { isTranscribable: false }, aDocument, []],
    ['a call without a transcript', { transcriptUnavailable: 'Refused' }, aDocument, []],
    [
      'a service that parks without any of it',
      { participants: supervised },
      withCardLine({ parking: { pauses: [] } }),
      [],
    ],
    [
      'one that goes on transcribing',
      { participants: supervised },
      withCardLine({ parking: { pauses: ['supervision'] } }),
      ['supervision'],
    ],
    ['a service nobody knows', { serviceId: 'elsewhere', participants: supervised }, aDocument, []],
  ];
  for (const [what, session, document, expected] of table)
    it(`of ${what}: ${expected.join(' and ') || 'nothing'}`, () => {
      expect(paused(session, document)).to.deep.equal(expected);
    });

  it('only of what runs: a conversation at hand, the transcription of calls', () => {
    const states = SESSION_STATES.filter((state) => paused({ state, participants: supervised }).length > 0);
    expect(states).to.deep.equal(['active', 'held']);
    const transcribed = MODALITIES.filter((modality) => paused({ modality }).includes('transcription'));
    expect(transcribed).to.deep.equal(['audio-video']);
  });
});
