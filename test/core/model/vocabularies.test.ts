import { expect } from '@open-wc/testing';
import { parkedGroupOf } from '../../../src/core/model/modality.js';
import { isAtOrBelow } from '../../../src/core/model/sentiment.js';
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
