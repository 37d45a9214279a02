import { expect, html } from '@open-wc/testing';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-notes/session-notes.define.js';
import { selectBegun } from '../../src/index.js';
import type { CommandReply, MessageComposer, Session, SessionNotes } from '../../src/index.js';
import { LONGEST_CHANGEABLE_NOTES, LONGEST_NOTES } from '../../src/core/model/session-notes.js';
import { sessionNotes as words } from '../../src/localize/en/session-notes.js';
import { aSession, anEndedSession, withCardLine } from '../../stories/scenarios/builders.js';
import type { Situation } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { pressed, ready, typed } from '../support/composing.js';
import { expectFocusOn, find, findAll, happens, mount, settled, textOf, until } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const none: SessionNotes = { text: '', version: 0 };
const saved: SessionNotes = { text: '**Calls** back', version: 2, by: 'ben', at: NOW };
const keeping = withCardLine({ extensions: { widgets: ['session-notes'], storeContextData: true } });

interface Noting extends Mounted {
  readonly composer: MessageComposer;
  readonly surface: HTMLElement;
  readonly status: () => string;
  readonly saves: () => readonly object[];
}

async function noting(about: Partial<Session> = { notes: saved }, more: Situation = {}): Promise<Noting> {
  const mounted = await mount(
    html`<session-notes></session-notes>`,
    { document: keeping, sessions: [aSession(about), aSession({ id: 'call-2', notes: none })], ...more },
    true,
  );
  mounted.store.look('call-1');
  await settled();
  const surface = await ready(find<MessageComposer>(mounted.provider, 'message-composer'));
  return {
    ...mounted,
    surface,
    composer: find<MessageComposer>(mounted.provider, 'message-composer'),
    status: () => textOf(find(find(mounted.provider, 'session-notes'), '[role="status"]')),
    saves: () => mounted.gateway.commands.map(({ commandId: _, ...wish }) => wish),
  };
}

const changed = (text: string, version: number, by = 'ben') =>
  ({ type: 'notes.changed', at: NOW, sessionId: 'call-1', notes: { text, version, by, at: NOW } }) as const;

describe('session-notes', () => {
  it('shows what is saved as it will read, by whom and when, and has nothing to save', async () => {
    const { surface, status, composer } = await noting();
    expect(textOf(find(surface, 'strong'))).to.equal('Calls');
    expect(status()).to.match(/^Saved by Ben Keller, \d+:00/);
    expect(find<HTMLButtonElement>(composer, '.send').disabled).to.equal(true);
  });

  it('says in one sentence that nothing is noted, with a field to write in', async () => {
    const { status, surface } = await noting({ notes: none });
    expect(status()).to.equal(words.empty);
    expect(surface.isContentEditable).to.equal(true);
  });

  it('saves by wish, on top of what it was written on, and is saved when the backend says so', async () => {
    const { composer, gateway, store, status, saves } = await noting();
    let answer: (reply: CommandReply) => void = () => undefined;
    gateway.answer = () => new Promise((resolve) => (answer = resolve));
    composer.focus();
    await typed(' soon');
    expect(status()).to.equal(words.unsaved);
    expect(saves()).to.deep.equal([]);
    await pressed('Control+Enter');
    expect(saves()).to.deep.equal([
      { type: 'notes.save', sessionId: 'call-1', text: '**Calls** back soon', version: 2 },
    ]);
    expect(status()).to.equal('Saving');
    await pressed('Control+Enter');
    expect(saves(), 'one at a time').to.have.length(1);
    answer({ ok: true });
    await settled();
    expect(composer.text, 'before the fact has come').to.equal('**Calls** back soon');
    await happens(gateway, changed('**Calls** back soon', 3, 'ana'));
    expect(status()).to.match(/^Saved by you, /);
    expect(store.read(selectBegun('notes', 'call-1'))).to.equal(undefined);
  });

  it('goes on being written while it is saved, and is saved again on top of that', async () => {
    const { composer, gateway, status, saves } = await noting({ notes: none });
    composer.focus();
    await typed('one');
    find(composer, '.send').click();
    await settled();
    await typed(' two');
    await happens(gateway, changed('one', 1, 'ana'));
    expect([composer.text, status()]).to.deep.equal(['one two', words.unsaved]);
    expect(findAll(find(composer.parentElement!, '*'), '.overtaken')).to.deep.equal([]);
    await pressed('Control+Enter');
    expect(saves().at(-1)).to.deep.equal({ type: 'notes.save', sessionId: 'call-1', text: 'one two', version: 1 });
  });

  it('takes all notes away', async () => {
    const { composer, status, saves } = await noting();
    composer.focus();
    await pressed('Control+a', 'Delete');
    expect(status()).to.equal(words.unsaved);
    find(composer, '.send').click();
    await settled();
    expect(saves()).to.deep.equal([{ type: 'notes.save', sessionId: 'call-1', text: '', version: 2 }]);
  });

  it('keeps what could not be saved, says why, and saves what is written then', async () => {
    const { provider, composer, gateway, status, saves } = await noting({ notes: none });
    gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed', message: 'The archive is full.' });
    composer.focus();
    await typed('one');
    await pressed('Control+Enter');
    expect(status()).to.equal('Not saved');
    expect(textOf(find(provider, '[part="failure"]'))).to.contain('Not saved: The archive is full.');
    await typed(' two');
    expect(composer.text).to.equal('one two');
    gateway.answer = () => Promise.resolve({ ok: true });
    find(provider, '[part="failure"] button').click();
    await settled();
    expect(saves().at(-1)).to.deep.equal({ type: 'notes.save', sessionId: 'call-1', text: 'one two', version: 0 });
    expect(findAll(provider, '[part="failure"]')).to.deep.equal([]);
  });

  const choices = [
    { choice: 'both', text: 'On **Monday**\n\n**Calls** back soon', isUnsaved: true },
    { choice: 'mine', text: '**Calls** back soon', isUnsaved: true },
    { choice: 'theirs', text: 'On **Monday**', isUnsaved: false },
  ] as const;
  for (const { choice, text, isUnsaved } of choices)
    it(`shows what somebody else has saved meanwhile, and does not save over it until the agent has chosen: ${choice}`, async () => {
      const { provider, composer, gateway, status, saves } = await noting();
      composer.focus();
      await typed(' soon');
      await happens(gateway, changed('On **Monday**', 3));
      expect(composer.text).to.equal('**Calls** back soon');
      expectFocusOn(find(composer, '.surface'));
      await until(() => findAll(provider, '.theirs strong').length > 0);
      expect(textOf(find(provider, '.overtaken p'))).to.equal(words.overtaken('Ben Keller'));
      await pressed('Control+Enter');
      expect(saves()).to.deep.equal([]);
      find(provider, `[data-choice="${choice}"]`).click();
      await settled();
      expect(composer.text).to.equal(text);
      expect(status() === words.unsaved).to.equal(isUnsaved);
      composer.focus();
      await pressed('Control+Enter');
      expect(saves()).to.deep.equal(isUnsaved ? [{ type: 'notes.save', sessionId: 'call-1', text, version: 3 }] : []);
    });

  it('has a way back to what was given up for somebody else’s', async () => {
    const { provider, composer, gateway } = await noting();
    composer.focus();
    await typed(' soon');
    await happens(gateway, changed('On **Monday**', 3));
    find(provider, '[data-choice="theirs"]').click();
    await settled();
    expect(textOf(find(composer, '.other p'))).to.equal(`${words.otherVersion} Calls back soon`);
    find(composer, '[data-other="use"]').click();
    await settled();
    expect(composer.text).to.equal('**Calls** back soon');
    expect(findAll(provider, '.overtaken')).to.deep.equal([]);
  });

  it('takes over what somebody else has saved, where nothing is being written', async () => {
    const { composer, gateway, status } = await noting();
    await happens(gateway, changed('On Monday', 3));
    expect(composer.text).to.equal('On Monday');
    expect(status()).to.match(/^Saved by Ben Keller/);
  });

  it('gives each session what was written for it', async () => {
    const { composer, store, gateway } = await noting();
    composer.focus();
    await typed(' soon');
    store.look('call-2');
    await settled();
    expect(composer.text).to.equal('');
    await typed('other');
    await happens(gateway, changed('On Monday', 3));
    store.look('call-1');
    await settled();
    expect(composer.text).to.equal('**Calls** back soon');
    store.look('call-2');
    await settled();
    expect(composer.text).to.equal('other');
  });

  it('says how much too long it is, counted as it is sent, and is not saved', async () => {
    const { composer, saves } = await noting({ notes: { ...saved, text: `**${'a'.repeat(LONGEST_NOTES - 4)}**` } });
    composer.focus();
    await typed('b');
    await pressed('Control+Enter');
    expect(textOf(find(composer, '.over'))).to.equal('1 character too many');
    expect(textOf(find(composer, '.spoken'))).to.equal(words.tooLong(1));
    await pressed('Backspace');
    await typed('');
    expect(findAll(composer, '.over')).to.deep.equal([]);
    expect(saves()).to.deep.equal([]);
  });

  it('can be read step by step and not be changed where they are far too long for a field', async () => {
    const text = `Begin ${'lorem ipsum '.repeat(LONGEST_CHANGEABLE_NOTES / 12)} end`;
    const { provider, store } = await mount(
      html`<session-notes></session-notes>`,
      { document: keeping, sessions: [aSession({ notes: { ...saved, text } })] },
      true,
    );
    store.look('call-1');
    await settled();
    expect(findAll(provider, 'message-composer')).to.deep.equal([]);
    expect(textOf(find(provider, '.notes')))
      .to.contain(words.unchangeable)
      .and.to.contain('Begin lorem');
    for (const step of findAll<HTMLDetailsElement>(provider, 'details')) step.open = true;
    expect(textOf(find(provider, '.whole'))).to.match(/ end$/);
  });

  it('can be read and not be written before the session is accepted', async () => {
    const { surface, status } = await noting({ notes: saved, state: 'offered' });
    expect(surface.isContentEditable).to.equal(false);
    expect(textOf(surface)).to.equal('Calls back');
    expect(status()).to.contain(words.toNote.offered);
  });

  it('is written in after-call work and later', async () => {
    for (const state of ['after-call-work', 'ended'] as const) {
      const { composer, saves } = await noting({ notes: saved, state });
      composer.focus();
      await typed('!');
      await pressed('Control+Enter');
      expect(saves(), state).to.have.length(1);
    }
  });

  const absences = [
    ['by the backend', aSession(), words.unsupported],
    [
      'with its context data',
      anEndedSession({ id: 'call-1', notes: saved, contextRecord: { isStored: false } }),
      words.notKept,
    ],
    [
      'any longer',
      anEndedSession({ id: 'call-1', notes: saved, contextRecord: { isStored: true, until: NOW } }),
      words.notKept,
    ],
  ] as const;
  for (const [why, session, sentence] of absences)
    it(`says that no notes are kept ${why}, and has no field`, async () => {
      const { provider } = await mount(html`<session-notes session-id="call-1"></session-notes>`, {
        document: keeping,
        sessions: [session],
      });
      expect(textOf(find(provider, 'session-notes'))).to.equal(sentence);
      expect(findAll(provider, 'message-composer')).to.deep.equal([]);
    });

  it('leaves what was written to be copied, where notes of the session were not kept', async () => {
    const { provider, composer, gateway, saves } = await noting({ notes: none });
    composer.focus();
    await typed('Is afraid of dogs');
    const over = { at: NOW, sessionId: 'call-1' };
    await happens(
      gateway,
      { type: 'session.ended', ...over },
      { type: 'context.recorded', contextRecord: { isStored: false }, ...over },
    );
    const surface = await ready(find<MessageComposer>(provider, 'message-composer'));
    expect([textOf(surface), surface.isContentEditable]).to.deep.equal(['Is afraid of dogs', false]);
    expect(textOf(find(provider, 'session-notes')))
      .to.contain(words.notKept)
      .and.to.contain(words.unsavable);
    expect(saves()).to.deep.equal([]);
  });

  it('says beforehand where notes go with their session', async () => {
    const { status } = await noting(
      { notes: saved },
      { document: withCardLine({ extensions: { widgets: ['session-notes'] } }) },
    );
    expect(status()).to.equal(words.willBeGone);
  });

  it('does nothing that a host says no to, and keeps what is written', async () => {
    const { provider, composer, status, saves } = await noting();
    const details: unknown[] = [];
    provider.addEventListener('notes-save', (event) => {
      details.push(event.detail);
      event.preventDefault();
    });
    composer.focus();
    await typed('!');
    await pressed('Control+Enter');
    expect(details).to.deep.equal([{ sessionId: 'call-1', text: '**Calls** back!', version: 2 }]);
    expect([saves(), status(), composer.text]).to.deep.equal([[], words.unsaved, '**Calls** back!']);
  });
});
