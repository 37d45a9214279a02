import { html } from '@open-wc/testing';
import '../../src/components/email-conversation/email-conversation.define.js';
import '../../src/components/external-task/external-task.define.js';
import '../../src/components/my-sessions/my-sessions.define.js';
import '../../src/components/notification-settings/notification-settings.define.js';
import '../../src/components/session-pane/session-pane.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { aSession, everythingOn } from '../../stories/scenarios/builders.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { aFormattedMail, aMailSession } from '../../stories/scenarios/mails.js';
import { anOffer, theCall } from '../../stories/scenarios/working-day.js';
import { coming, find, mount } from '../support/mounting.js';
import { expectNothingKept } from '../support/other-width.js';

const mail = aMailSession(aFormattedMail());
const task = aSession({
  id: 'job-1',
  modality: 'external',
  direction: 'none',
  subject: 'Replace the card reader',
  externalTask: { description: 'Counter 3.', url: 'https://jobs.example/4711' },
});

describe('what gets another width', () => {
  for (const [session, inside] of [
    [theCall, '[role="log"]'],
    [mail, '.received'],
  ] as const)
    it(`has rows as high as they are at that width: a workspace around ${session.modality}`, async () => {
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
      await expectNothingKept(find(provider, '.place'), [320, 200, 320, 120, 320, 700, 320]);
    });

  it('has rows as high as they are at that width: a workspace without tasks, settings, a task from elsewhere', async () => {
    const { provider } = await mount(
      html`<div class="place">
        <div style="block-size: 560px"><my-sessions></my-sessions></div>
        <notification-settings></notification-settings>
        <external-task session-id=${task.id}></external-task>
      </div>`,
      { sessions: [task] },
    );
    await expectNothingKept(find(provider, '.place'), [600, 300, 600, 240, 300]);
  });
});
