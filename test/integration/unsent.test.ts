import { expect, html, oneEvent } from '@open-wc/testing';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/session-controls/session-controls.define.js';
import '../../src/components/transfer-dialog/transfer-dialog.define.js';
import { en } from '../../src/index.js';
import type { Session } from '../../src/index.js';
import { aMailSession } from '../../stories/scenarios/mails.js';
import { aChat, aParkedChat, anOffer, unfinishedWork } from '../../stories/scenarios/working-day.js';
import { expectFocusOn, find, findAll, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const aParkedMail = aMailSession(undefined, { state: 'parked' });
const aHeldMail = aMailSession(undefined, { state: 'held' });

/** Every act of a session by the button that begins it, and whether something written can be sent afterwards. */
const acts: readonly (readonly [name: string, session: Session, verb: string, asks: boolean])[] = [
  ['End of a chat', aChat, 'session.end', true],
  ['End of a mail', aMailSession(), 'session.end', true],
  ['End of a parked chat', aParkedChat, 'session.end', true],
  ['End of a parked mail', aParkedMail, 'session.end', true],
  ['End of a held mail', aHeldMail, 'session.end', true],
  ['Transfer of a chat', aChat, 'session.transfer', true],
  ['Transfer of a mail', aMailSession(), 'session.transfer', true],
  ['Mark as handled', aMailSession(), 'email.mark-as-handled', true],
  ['Mark a held mail as handled', aHeldMail, 'email.mark-as-handled', true],
  ['Park', aChat, 'session.park', false],
  ['Unpark', aParkedChat, 'session.unpark', false],
  ['Accept', anOffer, 'session.accept', false],
  ['Decline', anOffer, 'session.decline', false],
  ['Resume', aHeldMail, 'session.resume', false],
  ['Finish', unfinishedWork, 'after-call-work.finish', false],
];

const both = (session: Session): Promise<Mounted> =>
  mount(
    html`<session-controls session-id=${session.id}></session-controls>
      ${session.email ? html`<email-conversation session-id=${session.id}></email-conversation>` : ''}`,
    { sessions: [session] },
    true,
  );

const begin = async (root: ParentNode, verb: string): Promise<void> => {
  find(root, verb === 'email.mark-as-handled' ? '[data-act="handled"]' : `[data-verb="${verb}"]`).click();
  await settled();
};

/** Closing is told in a task of its own, which may come after the next frame. */
async function answer(root: ParentNode, choice: string): Promise<void> {
  const closed = oneEvent(find(root, 'dialog'), 'close');
  find(root, `dialog ${choice}`).click();
  await closed;
  await settled();
}

function write({ store }: Mounted, { id, email }: Session, text = 'Dear Nora'): void {
  if (email) store.keep('reply', id, { text, toAll: false, isOpen: false });
  else store.keep('message', id, text);
}

describe('what is written and not sent', () => {
  for (const [name, session, verb, asks] of acts)
    it(`${asks ? 'asks the same question before' : 'is no question before'}: ${name}`, async () => {
      const mounted = await both(session);
      const { provider, gateway } = mounted;
      write(mounted, session);
      await begin(provider, verb);
      if (asks) {
        const dialog = find(provider, 'dialog');
        expect(textOf(dialog)).to.contain(`${en.unsent.question} Dear Nora`);
        const word = verb === 'email.mark-as-handled' ? 'Mark as handled' : en.verb[verb as 'session.end'];
        expect(textOf(find(dialog, 'button.danger'))).to.equal(`${word} without sending`);
        await answer(provider, 'button[value=""]');
        expect(gateway.commands).to.deep.equal([]);
        await begin(provider, verb);
        await answer(provider, 'button.danger');
      }
      expect(findAll(provider, 'dialog')).to.have.length(0);
      expect(gateway.commands.map(({ type }) => type)).to.deep.equal([verb]);
    });

  it('is asked about again when what failed is tried again', async () => {
    for (const [session, verb] of [
      [aChat, 'session.end'],
      [aMailSession(), 'email.mark-as-handled'],
    ] as const) {
      const mounted = await both(session);
      const { provider, gateway } = mounted;
      gateway.answer = () => Promise.resolve({ ok: false, failure: 'failed' });
      await begin(provider, verb);
      write(mounted, session, 'Dear Mira');
      find(provider, '[part="failure"] button').click();
      await settled();
      expect(textOf(find(provider, 'dialog'))).to.contain(`${en.unsent.question} Dear Mira`);
      expect(gateway.commands).to.have.length(1);
    }
  });

  it('is asked with the focus on the button that undoes nothing, however much is written', async () => {
    for (const [session, verb] of [
      [aChat, 'session.end'],
      [aMailSession(), 'email.mark-as-handled'],
    ] as const) {
      const mounted = await both(session);
      write(mounted, session, 'Dear Nora\n'.repeat(40));
      await begin(mounted.provider, verb);
      const quote = find(mounted.provider, 'dialog blockquote');
      expect(quote.scrollHeight).to.be.greaterThan(quote.clientHeight);
      expectFocusOn(find(mounted.provider, 'dialog button[value=""]'));
    }
  });

  it('is no question where it is blank', async () => {
    const mounted = await both(aMailSession());
    write(mounted, aMailSession(), ' \n ');
    await begin(mounted.provider, 'session.end');
    expect(mounted.gateway.commands.map(({ type }) => type)).to.deep.equal(['session.end']);
  });

  it('is transferred to the service chosen beside the question', async () => {
    const mounted = await both(aChat);
    const { provider, gateway } = mounted;
    write(mounted, aChat);
    await begin(provider, 'session.transfer');
    expect(textOf(find(provider, 'dialog [aria-selected="true"] bdi'))).to.equal('Front Desk');
    await answer(provider, 'button.danger');
    expect(gateway.commands[0]).to.include({ type: 'session.transfer', targetServiceId: 'front-desk' });
  });
});
