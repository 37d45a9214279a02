import { expect, html } from '@open-wc/testing';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { aFormattedMail, aMailSession } from '../../stories/scenarios/mails.js';
import { anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { allWithin, coming, find, frame, mount } from '../support/mounting.js';

const mail = aMailSession(aFormattedMail());

/** How high each grid is that can be seen, but for the one around a mail: its frame is as high as its text some time later. */
const heights = (root: ParentNode): string[] =>
  allWithin(root)
    .filter(
      (own): own is HTMLElement => own instanceof HTMLElement && own.checkVisibility({ visibilityProperty: true }),
    )
    .filter((own) => getComputedStyle(own).display.endsWith('grid') && own.className !== 'sheet')
    .map((own) => `${own.localName}.${own.className} ${String(own.offsetHeight)}`);

describe('a workspace that gets another width', () => {
  for (const [session, inside] of [
    [theCall, '[role="log"]'],
    [mail, '.received'],
  ] as const)
    it(`has rows as high as they are at that width, around ${session.modality}`, async () => {
      const { provider, store } = await mount(
        html`<div class="place" style="inline-size: 320px; block-size: 560px"><my-sessions></my-sessions></div>`,
        {
          sessions: [theCall, mail, anOffer],
          document: everythingOn,
          transcript: { sessionId: theCall.id, segments: aboutACard },
        },
        true,
      );
      store.look(session.id);
      await coming(provider, inside);
      const place = find(provider, '.place');
      const workspace = find(provider, 'my-sessions');
      for (const width of [320, 200, 320, 700, 320]) {
        place.style.inlineSize = `${String(width)}px`;
        await frame();
        await frame();
        const found = heights(provider);
        workspace.style.display = 'none';
        expect(workspace.offsetHeight).to.equal(0);
        workspace.style.display = '';
        await frame();
        expect(found, String(width)).to.deep.equal(heights(provider));
      }
    });
});
