import { expect } from '@open-wc/testing';
import { TASK_RESULTS } from '../../../src/index.js';
import { historySign, isAlarming } from '../../../src/core/rules/history-sign.js';

const QUIET = [
  'accepted-by-user',
  'destination-accepted',
  'marked-as-handled-by-user',
  'marked-as-handled-by-workflow',
  'standby-duty-accepted',
];

describe('what a line of history says', () => {
  it('is nothing where all went as it should', () => {
    for (const result of QUIET) expect(historySign({ result }), result).to.equal(undefined);
    expect(historySign({ offerOutcome: 'accepted' })).to.equal(undefined);
    expect(historySign({})).to.equal(undefined);
  });

  it('is a word for every other result', () => {
    for (const result of TASK_RESULTS.filter((own) => !QUIET.includes(own)))
      expect(historySign({ result }), result).to.not.equal(undefined);
  });

  it('is one word for whoever hung up, wherever that was', () => {
    for (const result of TASK_RESULTS.filter((own) => own.startsWith('hangup')))
      expect(historySign({ result }), result).to.equal('hung-up');
  });

  for (const [about, sign, alarms] of [
    [{ offerOutcome: 'missed' }, 'missed', true],
    [{ offerOutcome: 'cancelled' }, 'cancelled', true],
    [{ offerOutcome: 'declined' }, 'declined', false],
    [{ offerOutcome: 'taken' }, 'taken', false],
    [{ result: 'accepted-by-user', offerOutcome: 'taken' }, 'taken', false],
    [{ result: 'voicemail', offerOutcome: 'taken' }, 'taken', false],
    [{ offerOutcome: 'assigned' }, 'assigned', false],
    [{ result: 'accepted-by-user', offerOutcome: 'assigned' }, 'assigned', false],
    [{ result: 'transfer-failed', offerOutcome: 'assigned' }, 'failed', true],
    [{ result: 'cancelled-by-external-system' }, 'cancelled', true],
    [{ result: 'transfer-failed' }, 'failed', true],
    [{ result: 'hangup-in-queue' }, 'hung-up', true],
    [{ result: 'voicemail' }, 'voicemail', false],
    [{ result: 'transferred-by-user' }, 'transferred', false],
    [{ result: 'transferred-by-user', offerOutcome: 'missed' }, 'transferred', false],
    [{ result: 'beamed-up' }, 'beamed-up', false],
    [{ result: 'toString' }, 'toString', false],
    [{ offerOutcome: 'constructor' }, 'constructor', false],
  ] as const)
    it(`of ${JSON.stringify(about)} is ${sign}, ${alarms ? 'in colour' : 'quietly'}`, () => {
      expect(historySign(about)).to.equal(sign);
      expect(isAlarming(sign)).to.equal(alarms);
    });
});
