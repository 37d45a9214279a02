import { expect, html } from '@open-wc/testing';
import fc from 'fast-check';
import { captionText } from '../../src/components/live-caption/caption-lines.js';
import '../../src/components/live-caption/live-caption.define.js';
import type { Session, TranscriptSegment } from '../../src/index.js';
import { anEndedSession, everythingOn } from '../../stories/scenarios/builders.js';
import { aLongConversation, aboutACard, inJapanese, interim } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;
const caption = html`<div style="inline-size: 300px"><live-caption></live-caption></div>`;
const captionOf = (...segments: readonly TranscriptSegment[]): Promise<Mounted> =>
  mount(caption, { document: everythingOn, sessions: [theCall], transcript: { sessionId, segments } });
const says = (gateway: ScriptedGateway, ...segments: readonly TranscriptSegment[]): Promise<void> =>
  happens(gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
const lines = (root: ParentNode): string[] => findAll(root, '.said').map(textOf);
const note = (root: ParentNode): string => textOf(find(root, '.note'));
const line = (id: string, text: string, isFinal = true): TranscriptSegment => ({
  id,
  speaker: { id: 'customer', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal,
});
const press = async (root: ParentNode, label: string): Promise<void> => {
  find(root, `[aria-label="${label}"]`).click();
  await settled();
};

describe('live-caption', () => {
  it('shows the last three lines with their speakers, and what is being said', async () => {
    const { provider } = await captionOf(...aboutACard, interim);
    expect(lines(provider)).to.deep.equal([...aboutACard.slice(-3), interim].map(({ text }) => text));
    expect(findAll(provider, '.speaker').map(textOf)).to.deep.equal([
      'Nora Feld',
      'Ana Sommer',
      'Nora Feld',
      'Ana Sommer',
    ]);
    expect(findAll(provider, '.interim').map(textOf)).to.deep.equal([`Ana Sommer: ${interim.text}`]);
  });

  it('has one size whatever is said, and the newest words in it', async () => {
    const { provider, gateway } = await captionOf();
    const block = find(provider, '.lines');
    const height = block.clientHeight;
    expect(textOf(block)).to.equal('Waiting for speech.');
    expect(height).to.be.greaterThan(80);
    for (const segment of [line('a', 'Yes.'), line('b', 'word '.repeat(4000)), line('c', 'x'.repeat(9000)), interim]) {
      await says(gateway, segment);
      await frame();
      expect(block.clientHeight, segment.id).to.equal(height);
      const last = findAll(provider, '.line').at(-1)!.getBoundingClientRect();
      expect(last.bottom, segment.id).to.be.at.most(block.getBoundingClientRect().bottom + 1);
    }
    expect(lines(provider).at(-1)).to.equal(interim.text);
  });

  it('shows the end of a line of any length, whole characters, and nothing that freezes a page', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '👍', '\u0301', '\u202E', ' ') }), (part) => {
        const shown = captionText(part.repeat(200));
        expect(shown.length).to.be.at.most(302);
        expect(shown).to.not.match(/\p{Cs}/u);
        expect(shown).to.not.match(/\p{M}{9}|\u202E/u);
      }),
    );
    expect(captionText('word '.repeat(1000) + 'end')).to.match(/^… .*word end$/);
  });

  it('keeps few elements, however long the call is', async () => {
    const { provider } = await captionOf(...aLongConversation(100_000));
    expect(lines(provider)).to.have.length(3);
    expect(lines(provider).at(-1)).to.contain('100000.');
  });

  it('gives lines their own language', async () => {
    const { provider } = await captionOf(...inJapanese);
    expect(findAll(provider, '.line').map(({ lang }) => lang)).to.deep.equal(['ja', 'ja', 'ja']);
  });

  it('is stopped to be read, counts what comes, and goes on where the call is', async () => {
    const { provider, gateway } = await captionOf(...aboutACard);
    const before = lines(provider);
    await press(provider, 'Pause captions');
    expect(note(provider)).to.equal('Paused');
    await says(gateway, line('x', 'Hello?'), line('y', 'Are you there?'));
    expect(lines(provider)).to.deep.equal(before);
    expect(note(provider)).to.equal('Paused, 2 new lines');
    await press(provider, 'Go on with captions');
    expect(lines(provider).slice(-2)).to.deep.equal(['Hello?', 'Are you there?']);
    expect(note(provider)).to.equal('');
  });

  it('is stopped for one session, not for another', async () => {
    const { provider, gateway, store } = await mount(caption, {
      document: everythingOn,
      sessions: [theCall, { ...aChat, modality: 'audio-video' }],
      transcript: { sessionId, segments: aboutACard },
    });
    store.look(sessionId);
    await settled();
    await press(provider, 'Pause captions');
    store.look(aChat.id);
    await happens(gateway, {
      type: 'transcript.appended',
      at: NOW,
      sessionId: aChat.id,
      segments: [line('c', 'In the other call')],
    });
    expect(lines(provider)).to.deep.equal(['In the other call']);
    expect(note(provider)).to.equal('');
  });

  it('has a large type, kept as an attribute', async () => {
    const { provider } = await captionOf(...aboutACard);
    const element = find(provider, 'live-caption');
    const size = (): number => Number.parseFloat(getComputedStyle(find(provider, '.said')).fontSize);
    const before = size();
    await press(provider, 'Large type');
    expect(size()).to.be.greaterThan(before * 1.4);
    expect(element.hasAttribute('large')).to.equal(true);
    expect(find(provider, '[aria-label="Large type"]').ariaPressed).to.equal('true');
    await press(provider, 'Large type');
    expect([size(), element.hasAttribute('large')]).to.deep.equal([before, false]);
  });

  describe('says why there are no captions', () => {
    const shown = async (session: Session): Promise<string> => {
      const { provider } = await mount(html`<live-caption session-id=${session.id}></live-caption>`, {
        document: everythingOn,
        sessions: [session],
      });
      return textOf(find(provider, 'live-caption'));
    };
    const table: readonly [string, Session, string][] = [
      ['nobody has spoken', theCall, 'Waiting for speech.'],
      ['the call is over', anEndedSession(), 'This conversation is over.'],
      ['the call is over, its work is not', { ...theCall, state: 'after-call-work' }, 'This conversation is over.'],
      ['the backend has a reason', { ...theCall, transcriptUnavailable: 'no consent' }, 'No captions: no consent'],
      [
        'the call cannot be transcribed',
        { ...theCall, direction: 'outbound', isTranscribable: false },
        'No captions: this call cannot be transcribed.',
      ],
    ];
    for (const [what, session, expected] of table) {
      it(what, async () => {
        expect(await shown(session)).to.equal(expected);
      });
    }

    it('the call is parked, above what was said last', async () => {
      const { provider, gateway } = await captionOf(...aboutACard);
      await happens(gateway, { type: 'session.parked', at: NOW, sessionId });
      expect(note(provider)).to.equal('This task is parked. Captions are interrupted.');
      expect(lines(provider)).to.have.length(3);
    });
  });

  describe('speaks to screen readers', () => {
    const interval: { fake?: FakeInterval } = {};
    beforeEach(() => (interval.fake = new FakeInterval()));
    afterEach(() => interval.fake?.restore());

    async function hear(root: ParentNode, seconds: number, each?: () => Promise<void>): Promise<string[]> {
      const heard: string[] = [];
      for (let second = 0; second < seconds; second += 1) {
        await each?.();
        const before = textOf(find(root, '[role="status"]'));
        interval.fake?.tick();
        await settled();
        const now = textOf(find(root, '[role="status"]'));
        if (now !== '' && now !== before) heard.push(now);
      }
      return heard;
    }

    it('only what is final', async () => {
      const { provider, gateway } = await captionOf(...aboutACard);
      await says(gateway, line('x', 'I was', false));
      expect(await hear(provider, 4)).to.deep.equal([]);
      await says(gateway, line('x', 'I was just asking.'));
      expect(await hear(provider, 4)).to.deep.equal(['I was just asking.']);
    });

    it('at most once in two seconds, however much is said', async () => {
      const { provider, gateway } = await captionOf(...aboutACard);
      let id = 0;
      const heard = await hear(provider, 60, () =>
        says(gateway, ...Array.from({ length: 50 }, () => line(`s-${String((id += 1))}`, `Line ${String(id)}`))),
      );
      expect(heard.length).to.be.within(10, 30);
      expect(new Set(heard.slice(1))).to.deep.equal(new Set(['100 new lines in the captions']));
    });

    it('nothing where the transcript does so, and nothing while it is stopped', async () => {
      const { provider, gateway } = await captionOf(...aboutACard);
      const element = find<HTMLElementTagNameMap['live-caption']>(provider, 'live-caption');
      element.isSilent = true;
      await says(gateway, line('x', 'One.'));
      expect(await hear(provider, 4)).to.deep.equal([]);
      element.isSilent = false;
      await press(provider, 'Pause captions');
      await says(gateway, line('y', 'Two.'));
      expect(await hear(provider, 4)).to.deep.equal([]);
      await press(provider, 'Go on with captions');
      await says(gateway, line('z', 'Three.'));
      expect(await hear(provider, 4)).to.deep.equal(['Three.']);
    });
  });
});

describe('the newest words of a long line', () => {
  it('are whole characters as a reader counts them, also where they are no words', () => {
    const family = '👨‍👩‍👧‍👦';
    for (let more = 0; more < family.length; more += 1) {
      const said = captionText(`${family.repeat(60)}${'!'.repeat(more)}`);
      expect(said.replaceAll(family, '')).to.equal(`… ${'!'.repeat(more)}`);
      expect(said.length).to.be.within(300 - family.length, 302);
    }
  });

  const after = (number: string, unit = ' yen and so on '): string => number + unit.padEnd(299, 'and so on ');
  for (const number of ['1,250,000', '1 250 000', 'CHF 1’250', '€ 50.40', '-12.5', '12:30:05', '+41 44 555 01 33'])
    it(`are not cut inside of ${number} with its unit, wherever the cut would fall`, () => {
      for (let more = 0; more < number.length + 6; more += 1) {
        const said = captionText(`back is ${after(number).slice(0, 300 - more)}`.padStart(400, 'the money you get '));
        const isWhole = said.includes(number);
        expect(isWhole || !/^… [^a-z]*\d/.test(said), said).to.equal(true);
        if (!isWhole) expect(said).to.match(/^… (?!yen)\p{L}/u);
      }
    });
});
