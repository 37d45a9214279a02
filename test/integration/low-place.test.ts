import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { sightIn } from '../../src/controllers/sight.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { aMail, aMailSession } from '../../stories/scenarios/mails.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { sheetIn } from '../support/mail-frames.js';
import { coming, find, frame, mount, until } from '../support/mounting.js';

/** So many px of a transcript are in sight at least, however low the place: four lines. */
const READABLE = 80;

/** Of a mail that is answered at 320 by 640 px, so many px of its text are in sight. */
const LEAST = 150;

describe('a low place', () => {
  beforeEach(() => setViewport({ width: 320, height: 640 }));
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('leaves room to a mail while it is answered', async () => {
    const long = Array.from({ length: 40 }, (_, at) => `<p>Line ${String(at)} of a long letter.</p>`).join('');
    const session = aMailSession(aMail({ html: long }));
    const { provider, store } = await mount(
      html`<div style="position: fixed; inset: 0"><my-sessions></my-sessions></div>`,
      { sessions: [session], document: everythingOn },
      true,
    );
    store.look(session.id);
    await coming(provider, 'iframe');
    await sheetIn(provider);
    await until(() => find(provider, 'iframe').offsetHeight > 1000);
    const reply = await coming(provider, '[data-act="reply"]');
    reply.focus();
    reply.click();
    await coming(provider, 'message-composer');
    const shown = (): number => {
      const letter = find<HTMLIFrameElement>(provider, 'iframe');
      const { top, bottom } = letter.getBoundingClientRect();
      // Of the frame itself, cut by what it scrolls in.
      const sight = sightIn(letter.parentElement!);
      return Math.min(bottom, sight.bottom) - Math.max(top, sight.top);
    };
    await until(() => shown() >= LEAST);
    await frame();
    expect(shown()).to.be.at.least(LEAST);
  });
});

describe('a place as low as a window at 400 %', () => {
  it('leaves room to what is said, and scrolls to it', async () => {
    const { provider, store } = await mount(
      html`<div class="place" style="inline-size: 320px; block-size: 256px; overflow: hidden">
        <my-sessions style="min-block-size: 0"></my-sessions>
      </div>`,
      {
        sessions: [theCall, anOffer],
        document: everythingOn,
        transcript: { sessionId: theCall.id, segments: aboutACard },
      },
      true,
    );
    store.look(theCall.id);
    const scroller = await coming(provider, '[role="log"]');
    await until(() => scroller.clientHeight >= READABLE);
    expect(scroller.clientHeight).to.be.at.least(READABLE);
    scroller.focus();
    scroller.scrollIntoView({ block: 'nearest' });
    const { top, bottom } = sightIn(scroller);
    expect(bottom - top).to.be.at.least(READABLE);
    expect(find(provider, '.place').scrollWidth).to.be.at.most(320);
  });
});
