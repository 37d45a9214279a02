import { expect, html } from '@open-wc/testing';
import '../../src/components/external-task/external-task.define.js';
import type { Session, SessionState } from '../../src/index.js';
import { MINUTE, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf } from '../support/mounting.js';

const ours = html`<external-task session-id="job-1"></external-task>`;
const aTask = (about: Partial<Session> = {}): Session =>
  aSession({
    id: 'job-1',
    modality: 'external',
    direction: 'none',
    offerOutcome: 'accepted',
    subject: 'Replace the card reader',
    externalTask: { description: 'Counter 3.\nThe key is at the desk.', url: 'https://jobs.example/4711' },
    ...about,
  });
const complete = (root: ParentNode): HTMLButtonElement => find<HTMLButtonElement>(root, 'button.primary');

describe('external-task', () => {
  it('says what is to be done, and opens it where it comes from', async () => {
    const { provider } = await mount(ours, { sessions: [aTask()] });
    expect(textOf(find(provider, 'h3'))).to.equal('Replace the card reader');
    expect(find(provider, '.description').textContent.trim()).to.equal('Counter 3.\nThe key is at the desk.');
    const link = find<HTMLAnchorElement>(provider, 'a');
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://jobs.example/4711',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(textOf(link)).to.equal('Open task (in a new tab)');
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://jobs.example@evil.example/',
    '/jobs/4711',
    'java\nscript:alert(1)',
  ])
    it(`does not open ${JSON.stringify(url)}, and says so`, async () => {
      const { provider } = await mount(ours, { sessions: [aTask({ externalTask: { url } })] });
      expect(findAll(provider, 'a')).to.have.length(0);
      expect(textOf(find(provider, '.unsafe'))).to.equal(
        `The address that came with this task is not safe to open: ${url.replace('\n', ' ')}`,
      );
    });

  it('says what is missing', async () => {
    const { externalTask: _, subject: __, ...bare } = aTask({ customer: { name: 'Wharf House' } });
    const { provider } = await mount(ours, { sessions: [bare] });
    expect(textOf(find(provider, 'h3'))).to.equal('Wharf House');
    expect(textOf(find(provider, '.task')))
      .to.contain('gave no description')
      .and.to.contain('gave no address to open');
  });

  it('of a call says that it is no such task, and offers nothing that would end the call', async () => {
    const { provider } = await mount(ours, {
      sessions: [aTask({ modality: 'audio-video', externalTask: undefined } as unknown as Partial<Session>)],
    });
    expect(textOf(find(provider, 'external-task'))).to.equal('This is no external task.');
    expect(findAll(provider, 'button')).to.deep.equal([]);
  });

  it('is completed by ending it', async () => {
    const { provider, gateway } = await mount(ours, { sessions: [aTask()] });
    complete(provider).click();
    await settled();
    expect(gateway.commands.map(({ commandId: _, ...wish }) => wish)).to.deep.equal([
      { type: 'session.end', sessionId: 'job-1' },
    ]);
    await happens(gateway, { type: 'session.ended', at: NOW, sessionId: 'job-1', result: 'accepted-by-user' });
    expect(textOf(find(provider, '[role="status"]'))).to.match(/^Completed at \d/);
    expect(findAll(provider, 'button')).to.have.length(0);
  });

  it('is completed once, and says while it is under way', async () => {
    const { provider, gateway } = await mount(ours, { sessions: [aTask()], reply: 'never' });
    complete(provider).click();
    await settled();
    complete(provider).click();
    await settled();
    expect(gateway.commands).to.have.length(1);
    expect(textOf(find(provider, '.steps'))).to.equal('Complete Saving');
  });

  it('says why it could not be completed, and tries again', async () => {
    const { provider, gateway } = await mount(ours, {
      sessions: [aTask()],
      reply: { ok: false, failure: 'failed', message: 'The job system is closed.' },
    });
    complete(provider).click();
    await settled();
    expect(textOf(find(provider, '[part="failure"]'))).to.contain('The job system is closed.');
    find(provider, '[part="failure"] button').click();
    await settled();
    expect(gateway.commands).to.have.length(2);
  });

  const reasons: readonly (readonly [SessionState, string])[] = [
    ['offered', 'This task is not accepted yet. Accept it to work on it.'],
    ['parked', 'This task is parked. Unpark it to work on it.'],
    ['from-the-future' as SessionState, 'This cannot be completed at the moment.'],
  ];
  for (const [state, reason] of reasons)
    it(`says why it cannot be completed: ${state}`, async () => {
      const { provider } = await mount(ours, { sessions: [aTask({ state })] });
      expect(complete(provider).disabled).to.equal(true);
      // Quiet writing on the accent could not be read.
      expect(getComputedStyle(complete(provider)).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(textOf(find(provider, '.steps'))).to.equal(`Complete ${reason}`);
      expect(findAll(provider, 'a'), 'one can still look').to.have.length(1);
    });

  describe('taken back by the external system', () => {
    const cancelled = {
      type: 'session.ended',
      at: NOW - 2 * MINUTE,
      sessionId: 'job-1',
      result: 'cancelled-by-external-system',
    } as const;

    it('while being worked on, says so with the time, in a region that is read out, and nothing moves', async () => {
      const { provider, gateway } = await mount(ours, { sessions: [aTask()] });
      const region = find(provider, '[role="status"]');
      expect(textOf(region)).to.equal('');
      const places = (): number[] =>
        findAll(provider, 'h3, .description, a, .steps').map((part) => part.getBoundingClientRect().top);
      const before = places();
      complete(provider).focus();
      await happens(gateway, cancelled);
      expect(textOf(region)).to.match(
        /^Cancelled by the external system at .+, while you were working on it\. Nothing more is to be done\.$/,
      );
      expect(find(provider, '[role="status"]') === region, 'the same region').to.equal(true);
      expect(findAll(provider, 'button')).to.have.length(0);
      expect(places()).to.deep.equal(before);
      expectFocusOn(find(provider, 'h3'));
      await happens(gateway, cancelled);
      expect(findAll(provider, '.cancelled')).to.have.length(1);
    });

    it('before it was accepted, says no more than that', async () => {
      const { offerOutcome: _, ...offered } = aTask({ state: 'offered', times: { offered: NOW - 3 * MINUTE } });
      const { provider, gateway } = await mount(ours, { sessions: [offered] });
      await happens(gateway, cancelled);
      expect(textOf(find(provider, '[role="status"]'))).to.match(/^Cancelled by the external system at .+\.$/);
      expect(textOf(find(provider, '[role="status"]'))).to.not.contain('while you');
    });
  });
});
