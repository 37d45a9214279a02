import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/live-caption/live-caption.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import { aboutACard } from '../../stories/scenarios/conversations.js';
import { everythingOn } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import { theCall } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;
const transcript = html`<transcript-view session-id=${sessionId}></transcript-view>`;
const caption = html`<live-caption session-id=${sessionId}></live-caption>`;
const chat = html`<chat-conversation session-id=${sessionId}></chat-conversation>`;

/** Several elements of one page that show one session. */
describe('what is said in a session that several elements show', () => {
  let interval: FakeInterval;
  let mounted: Mounted;
  beforeEach(() => {
    interval = new FakeInterval();
  });
  afterEach(() => {
    interval.restore();
  });

  const open = async (...elements: readonly TemplateResult[]): Promise<void> => {
    mounted = await mount(html`${elements.map((element) => html`<div class="place">${element}</div>`)}`, {
      document: everythingOn,
      sessions: [theCall],
      transcript: { sessionId, segments: aboutACard },
    });
    await frame();
  };
  /** Those that a screen reader reads: what is not displayed is not read. */
  const regions = (): HTMLElement[] =>
    findAll(mounted.provider, '.spoken[role="status"]').filter((own) => own.checkVisibility());
  /** What is heard of a line that is said. */
  async function heard(text: string): Promise<readonly string[]> {
    const segment = { id: text, speaker: { id: 'c', role: 'customer' }, text, isFinal: true } as const;
    await happens(mounted.gateway, { type: 'transcript.appended', at: NOW, sessionId, segments: [segment] });
    await frame();
    await import('../../src/controllers/line-announcer.js');
    await settled();
    const said: string[] = [];
    for (let second = 0; second < 3; second += 1) {
      interval.tick();
      await settled();
      said.push(
        ...regions()
          .map(textOf)
          .filter((own) => own !== ''),
      );
    }
    return said;
  }
  const place = (at: number): HTMLElement => findAll(mounted.provider, '.place')[at]!;

  for (const [what, elements] of Object.entries({
    'two transcripts': [transcript, transcript],
    'a transcript and captions': [transcript, caption],
    'two chats': [chat, chat],
  }))
    it(`is spoken once: ${what}`, async () => {
      await open(...elements);
      expect(await heard('One.')).to.have.length(1);
      expect(await heard('Two.')).to.have.length(1);
    });

  for (const [what, element, sentence] of [
    ['a transcript', transcript, 'One.'],
    ['captions', caption, 'One.'],
    ['a chat', chat, 'Customer: One.'],
  ] as const)
    it(`is no news where it was said before the page knew of the session: ${what}`, async () => {
      await open(element);
      expect(await heard('One.')).to.deep.equal([sentence]);
    });

  it('is spoken by the other one when the one that spoke is out of sight, or gone', async () => {
    await open(transcript, transcript, transcript);
    await heard('One.');
    place(0).style.display = 'none';
    expect(await heard('Two.')).to.deep.equal(['Two.']);
    place(1).remove();
    place(0).remove();
    expect(await heard('Three.')).to.deep.equal(['Three.']);
  });

  it('is spoken by the transcript while the captions are stopped', async () => {
    await open(caption, transcript);
    expect(await heard('One.')).to.deep.equal(['One.']);
    find(mounted.provider, '[aria-label="Pause captions"]').click();
    await settled();
    expect(await heard('Two.')).to.deep.equal(['Two.']);
    find(mounted.provider, '[aria-label="Go on with captions"]').click();
    await settled();
    expect(await heard('Three.')).to.deep.equal(['Three.']);
  });
});
