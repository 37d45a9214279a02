import { expect, fixture, html } from '@open-wc/testing';
import { taskResult } from '../../src/views/task-result.js';
import { TASK_RESULTS, en } from '../../src/index.js';

/** A result as it is shown: its word, its icon's shape and its tone. */
async function shown(result: string): Promise<{ word: string; shape: string; tone: string }> {
  const root = await fixture(html`<p>${taskResult(result, en)}</p>`);
  const span = root.querySelector('.result')!;
  return {
    word: span.textContent.trim(),
    shape: [...span.querySelectorAll('svg[aria-hidden="true"] > *')]
      .flatMap(({ attributes }) => [...attributes].map((attribute) => attribute.value))
      .join(),
    tone: span.className,
  };
}

describe('a task result', () => {
  const tones = {
    good: [
      'accepted-by-user',
      'destination-accepted',
      'standby-duty-accepted',
      'marked-as-handled-by-user',
      'marked-as-handled-by-workflow',
    ],
    neutral: ['voicemail', 'transferred-by-workflow', 'transferred-by-user'],
    warning: [
      'hangup-before-accept',
      'hangup-in-ivr',
      'hangup-in-queue',
      'hangup-in-ivr-after-queue',
      'hangup-by-workflow',
    ],
    bad: [
      'transfer-failed',
      'destination-declined',
      'destination-not-reached',
      'user-aborted',
      'lost-in-queue',
      'cancelled-by-external-system',
    ],
  };
  for (const [tone, results] of Object.entries(tones)) {
    it(`is ${tone}: ${results.join(', ')}`, async () => {
      for (const result of results) expect((await shown(result)).tone, result).to.equal(`result ${tone}`);
    });
  }

  it('is in one of these tables, whichever it is', () => {
    expect(Object.values(tones).flat()).to.have.members([...TASK_RESULTS]);
  });

  it('has a word of its own and an icon, which is another one for every tone', async () => {
    const all = await Promise.all(TASK_RESULTS.map((result) => shown(result)));
    expect(new Set(all.map(({ word }) => word)).size).to.equal(TASK_RESULTS.length);
    for (const { shape, tone, word } of all) {
      expect(shape, word).to.not.equal('');
      const others = all.filter((other) => other.tone !== tone);
      expect(others.map((other) => other.shape)).to.not.include(shape, word);
    }
  });

  for (const strange of ['handed-to-bot', 'hangup-in-lobby', '__proto__', 'constructor', 'toString', '']) {
    it(`that only the backend knows (${JSON.stringify(strange)}) keeps its word, with an icon that claims nothing`, async () => {
      const { word, shape, tone } = await shown(strange);
      expect(word).to.equal(strange);
      expect(tone).to.equal('result neutral');
      const known = await Promise.all(TASK_RESULTS.map((result) => shown(result)));
      expect(known.map((own) => own.shape)).to.not.include(shape);
    });
  }
});
