import { expect } from '@open-wc/testing';
import { DELIVERIES } from '../../../src/core/model/messaging.js';
import { parkedGroupOf } from '../../../src/core/model/modality.js';
import { SPEAKER_ROLES } from '../../../src/core/model/participant.js';
import { PRESENCES, PRESENCE_CAUSES } from '../../../src/core/model/presence.js';
import { OFFER_OUTCOMES } from '../../../src/core/model/session.js';
import { isAtOrBelow } from '../../../src/core/model/sentiment.js';
import { SUMMARY_PARTS, SUMMARY_STATUSES } from '../../../src/core/model/session-summary.js';
import { MODALITIES, SENTIMENTS, TASK_RESULTS } from '../../../src/index.js';

const FOREIGN_WORDS = ['', 'constructor', '__proto__', 'toString', 'Audio-Video', 'fax'];

describe('the words of the domain', () => {
  it('put a foreign word behind the modalities they know', () => {
    expect(FOREIGN_WORDS.map(parkedGroupOf)).to.deep.equal(FOREIGN_WORDS.map(() => 3));
  });

  it('have no KPI among the task results', () => {
    const rows = TASK_RESULTS.filter((result) => /sla|reachability/.test(result));
    expect(rows).to.deep.equal([]);
    // the legend has 22 rows, three of them KPIs
    expect(new Set(TASK_RESULTS).size).to.equal(19);
  });

  it('are those that backends send, and no others', () => {
    expect([...TASK_RESULTS].sort()).to.deep.equal([
      ...['accepted-by-user', 'cancelled-by-external-system', 'destination-accepted', 'destination-declined'],
      ...['destination-not-reached', 'hangup-before-accept', 'hangup-by-workflow', 'hangup-in-ivr'],
      ...['hangup-in-ivr-after-queue', 'hangup-in-queue', 'lost-in-queue', 'marked-as-handled-by-user'],
      ...['marked-as-handled-by-workflow', 'standby-duty-accepted', 'transfer-failed', 'transferred-by-user'],
      ...['transferred-by-workflow', 'user-aborted', 'voicemail'],
    ]);
    expect(MODALITIES).to.deep.equal(['audio-video', 'im', 'email', 'external']);
    expect(SENTIMENTS.toReversed()).to.deep.equal([
      ...['very-positive', 'positive', 'slightly-positive', 'neutral'],
      ...['slightly-negative', 'negative', 'very-negative'],
    ]);
    expect(DELIVERIES).to.deep.equal(['failed', 'sent', 'delivered', 'read']);
    expect(SPEAKER_ROLES).to.deep.equal(['agent', 'customer', 'colleague', 'supervisor', 'bot', 'system']);
    expect(PRESENCES).to.deep.equal(['available', 'busy', 'do-not-disturb', 'away', 'offline']);
    expect(OFFER_OUTCOMES).to.deep.equal(['accepted', 'declined', 'missed', 'cancelled', 'taken', 'assigned']);
    expect(PRESENCE_CAUSES).to.deep.equal(['rona', 'declined', 'session-start', 'connected', 'after-call-work']);
    expect(SUMMARY_PARTS).to.deep.equal(['title', 'issue', 'resolution', 'recap', 'narrative']);
    expect(SUMMARY_STATUSES).to.deep.equal(['pending', 'streaming', 'ready', 'failed', 'not-available']);
  });

  it('group parked mails with external tasks', () => {
    expect(MODALITIES.map(parkedGroupOf)).to.deep.equal([0, 1, 2, 2]);
  });

  it('find a session urgent at the threshold and below it', () => {
    expect(SENTIMENTS.filter((sentiment) => isAtOrBelow(sentiment, 'slightly-negative'))).to.deep.equal([
      'very-negative',
      'negative',
      'slightly-negative',
    ]);
  });
});
