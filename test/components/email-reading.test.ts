import { expect, html } from '@open-wc/testing';
import '../../src/components/email-conversation/email-conversation.define.js';
import type { EmailConversation, SessionEvent, TranscriptSegment } from '../../src/index.js';
import { aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const LONG = 'A sentence of many. '.repeat(600);

describe('email-conversation: read while the task goes on', () => {
  let mounted: Mounted;
  const element = (): EmailConversation => find<EmailConversation>(mounted.provider, 'email-conversation');
  const letter = (): HTMLElement => find(mounted.provider, '.letter');
  const openParts = (): boolean[] => findAll<HTMLDetailsElement>(mounted.provider, 'details').map(({ open }) => open);
  const answered = (id: string, at: number, text: string): SessionEvent => {
    const segment: TranscriptSegment = {
      id,
      speaker: { id: 'ana', role: 'agent', name: 'Ana Sommer' },
      text,
      at,
      isFinal: true,
    };
    return { type: 'transcript.appended', at: NOW, sessionId: 'mail-1', segments: [segment] };
  };

  beforeEach(async () => {
    const text = 'A line.\n'.repeat(60);
    mounted = await mount(
      html`<email-conversation
        session-id="mail-1"
        style="--my-sessions-companion-height: 360px; --my-sessions-mail-height: none"
      ></email-conversation>`,
      {
        sessions: [
          aMailSession(aMail({ text })),
          aMailSession(aMail({ text, subject: 'Another one' }), { id: 'mail-2' }),
        ],
      },
    );
    await frame();
  });

  it('stands still where another answer comes, and what was unfolded stays with its answer', async () => {
    await happens(mounted.gateway, answered('second', NOW - 1000, LONG));
    const unfolded = find<HTMLDetailsElement>(mounted.provider, '.answer details');
    unfolded.open = true;
    letter().scrollTop = 600;
    await frame();
    await happens(mounted.gateway, answered('first', NOW - 2000, LONG), answered('third', NOW, 'Thank you.'));
    await frame();
    expect(letter().scrollTop).to.equal(600);
    const second = findAll(mounted.provider, '.answer')[1]!;
    expect(second.contains(unfolded)).to.equal(true);
    expect(unfolded.open).to.equal(true);
  });

  it('begins another mail at its beginning, with nothing unfolded', async () => {
    find<HTMLDetailsElement>(mounted.provider, 'header details').open = true;
    letter().scrollTop = 600;
    await frame();
    element().sessionId = 'mail-2';
    await settled();
    await frame();
    expect(textOf(find(mounted.provider, 'h3'))).to.equal('Another one');
    expect([letter().scrollTop, openParts()]).to.deep.equal([0, [false]]);
  });
});
