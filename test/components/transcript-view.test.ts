import { expect, html } from '@open-wc/testing';
import '../../src/controllers/line-announcer.js';
import '../../src/components/transcript-tools/transcript-tools.define.js';
import '../../src/components/transcript-view/transcript-view.define.js';
import type { Session, TranscriptSegment } from '../../src/index.js';
import { anEndedSession } from '../../stories/scenarios/builders.js';
import { aboutACard, inJapanese, interim } from '../../stories/scenarios/conversations.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aChat, theCall } from '../../stories/scenarios/working-day.js';
import { FakeInterval } from '../support/fake-interval.js';
import { find, findAll, frame, happens, mount, settled, textOf } from '../support/mounting.js';
import type { Mounted } from '../support/mounting.js';

const sessionId = theCall.id;
const view = html`<transcript-view></transcript-view>`;

const transcriptOf = (...segments: readonly TranscriptSegment[]): Promise<Mounted> =>
  mount(view, { sessions: [theCall], transcript: { sessionId, segments } });
const says = (gateway: ScriptedGateway, ...segments: readonly TranscriptSegment[]): Promise<void> =>
  happens(gateway, { type: 'transcript.appended', at: NOW, sessionId, segments });
const lines = (root: ParentNode): string[] => findAll(root, '.segment .text').map(textOf);
const line = (id: string, text: string, isFinal = true): TranscriptSegment => ({
  id,
  speaker: { id: 'customer', role: 'customer', name: 'Nora Feld' },
  text,
  isFinal,
});

describe('transcript-view', () => {
  it('shows who said what, and when', async () => {
    const { provider } = await transcriptOf(...aboutACard);
    expect(lines(provider)).to.deep.equal(aboutACard.map(({ text }) => text));
    expect(textOf(find(provider, '.segment'))).to.match(/^Nora Feld 0:00 Good morning/);
  });

  it('has all of the note above it in a tooltip, as there may be no room for it', async () => {
    const note = 'Captions: off beside the transcript';
    const { provider } = await mount(html`<transcript-view note=${note}></transcript-view>`, {
      sessions: [theCall],
      transcript: { sessionId, segments: aboutACard },
    });
    expect(find(provider, '.note').title).to.equal(note);
  });

  for (const width of [280, 400, 440, 520, 800])
    it(`says mood and time in one line, in ${String(width)} px`, async () => {
      const { provider } = await mount(html`<div style="inline-size: ${width}px">${view}</div>`, {
        sessions: [theCall],
        transcript: {
          sessionId,
          segments: [
            { ...line('a', 'From inside!'), sentiment: 'very-negative', offsetMs: 17_000 },
            { ...line('b', 'From inside!'), sentiment: 'very-negative', offsetMs: 3_617_000, isCorrected: true },
          ],
        },
      });
      await frame();
      const moods = findAll(provider, '.mood');
      expect(moods.map(textOf)).to.deep.equal(['Very negative · 0:17', 'Very negative · 1:00:17']);
      const tops = (mood: Element): number =>
        new Set([...mood.getClientRects()].map(({ top }) => Math.round(top))).size;
      expect(moods.map(tops)).to.deep.equal([1, 1]);
      const { scrollWidth, clientWidth } = find(provider, '.scroller');
      expect(scrollWidth).to.be.at.most(clientWidth);
    });

  for (const direction of ['rtl', 'ltr'])
    for (const width of [300, 620])
      it(`has every line at its speaker, in the direction of its own: ${direction}, ${String(width)} px`, async () => {
        const said = ['OK', 'نعم', 'My card does not work abroad, and nobody can tell me why that is so. '.repeat(3)];
        const { provider } = await mount(html`<div dir=${direction} style="inline-size: ${width}px">${view}</div>`, {
          sessions: [theCall],
          transcript: { sessionId, segments: said.map((text, at) => line(String(at), text)) },
        });
        await frame();
        const texts = findAll(provider, '.segment .text');
        const startOf = ({ left, right }: DOMRect): number => Math.round(direction === 'rtl' ? right : left);
        // The words themselves, not a box around them: of one line, and of some in the box that they fill.
        const starts = texts.map((text, at) => {
          const words = new Range();
          words.selectNodeContents(text);
          return startOf((at < 2 ? words : text).getBoundingClientRect());
        });
        expect(new Set(starts).size, starts.join()).to.equal(1);
        if (width === 300) expect(starts[0]).to.equal(startOf(find(provider, '.speaker').getBoundingClientRect()));
        expect(texts.map((text) => getComputedStyle(text).direction)).to.deep.equal(['ltr', 'rtl', 'ltr']);
      });

  it('is a log that is quiet by itself and can be scrolled by keyboard', async () => {
    const { provider } = await transcriptOf(...aboutACard);
    const log = find(provider, '[role="log"]');
    expect(log.getAttribute('aria-live')).to.equal('off');
    expect(log.getAttribute('aria-label')).to.equal('Transcript');
    expect(log.tabIndex).to.equal(0);
  });

  it('replaces what is still being said in place, and marks it until it is final', async () => {
    const { provider, gateway } = await transcriptOf(...aboutACard, interim);
    const row = findAll(provider, '.segment').at(-1)!;
    expect(textOf(row)).to.contain('still speaking');
    await says(gateway, { ...interim, text: 'I can have it sent to the branch at the airport.', isFinal: true });
    expect(findAll(provider, '.segment')).to.have.length(aboutACard.length + 1);
    expect(findAll(provider, '.segment').at(-1) === row).to.equal(true);
    expect(textOf(row)).to.contain('airport').and.not.contain('still speaking');
  });

  it('leaves the last line alone when an interim of it comes late', async () => {
    const { provider, gateway } = await transcriptOf(line('a', 'The whole sentence.'));
    await says(gateway, line('a', 'The whole', false));
    expect(lines(provider)).to.deep.equal(['The whole sentence.']);
  });

  it('corrects a line in place and says so', async () => {
    const { provider, gateway } = await transcriptOf(...aboutACard);
    const segment = { ...aboutACard[2]!, text: 'Four, seven, one, two.' };
    await happens(gateway, { type: 'transcript.corrected', at: NOW, sessionId, segment });
    expect(lines(provider)[2]).to.equal('Four, seven, one, two.');
    expect(textOf(findAll(provider, '.segment')[2]!)).to.contain('corrected');
  });

  it('puts a line that comes late where it belongs', async () => {
    const { provider, gateway } = await transcriptOf(...aboutACard);
    await says(gateway, { ...line('late', 'Hello?'), offsetMs: 2500 });
    expect(lines(provider)[1]).to.equal('Hello?');
  });

  it('gives lines their own language, and lets each find its own direction', async () => {
    const { provider } = await transcriptOf(...inJapanese);
    expect(findAll(provider, '.segment').map(({ lang }) => lang)).to.deep.equal(['ja', 'ja', 'ja']);
    expect(findAll(provider, '.segment .text').every(({ localName }) => localName === 'bdi')).to.equal(true);
  });

  it('unfolds a line of any length step by step', async () => {
    const { provider } = await transcriptOf(line('long', 'word '.repeat(5000)));
    const more = find<HTMLDetailsElement>(provider, 'details');
    expect(textOf(find(more, 'summary'))).to.equal('Show more');
    expect(more.open).to.equal(false);
  });

  it('says why there is nothing: nothing said yet, no transcript, or a reason of the backend', async () => {
    const { provider, gateway } = await mount(view, { sessions: [theCall] });
    expect(textOf(find(provider, 'transcript-view'))).to.equal('Nothing has been said yet.');
    await happens(gateway, { type: 'transcript.unavailable', at: NOW, sessionId, reason: 'not for this number' });
    expect(textOf(find(provider, 'transcript-view'))).to.equal('No transcript: not for this number');
    const over = await mount(html`<transcript-view session-id="ended-1"></transcript-view>`, {
      sessions: [anEndedSession()],
    });
    expect(textOf(find(over.provider, 'transcript-view'))).to.equal('There is no transcript of this session.');
  });

  it('turns to the transcript of the session that is selected', async () => {
    const { provider, store, gateway } = await mount(view, {
      sessions: [theCall, aChat],
      transcript: { sessionId, segments: aboutACard },
    });
    await happens(gateway, {
      type: 'transcript.appended',
      at: NOW,
      sessionId: aChat.id,
      segments: [line('c', 'In chat')],
    });
    store.look(aChat.id);
    await frame();
    expect(lines(provider)).to.deep.equal(['In chat']);
    store.look(sessionId);
    await frame();
    expect(lines(provider)).to.deep.equal(aboutACard.map(({ text }) => text));
  });

  it('names how a line sounds, unless it sounds like nothing in particular', async () => {
    const { provider } = await transcriptOf(
      { ...line('a', 'Not again!'), sentiment: 'very-negative' },
      { ...line('b', 'Well.'), sentiment: 'neutral' },
    );
    expect(findAll(provider, '.segment .figures').map(textOf)).to.deep.equal(['Very negative', '']);
  });

  it('says where nobody spoke for minutes, in a call', async () => {
    const segments = [
      { ...line('a', 'One moment.'), offsetMs: 0 },
      { ...line('b', 'I am back.'), offsetMs: 185_000 },
      { ...line('c', 'Good.'), offsetMs: 190_000 },
    ];
    const { provider, gateway } = await transcriptOf(...segments);
    const gaps = (): string[] => findAll(provider, '.segment').map((row) => findAll(row, '.gap').map(textOf).join());
    expect(gaps()).to.deep.equal(['', '3 min without speech', '']);
    await says(gateway, { ...line('late', 'Still there?'), offsetMs: 100_000 });
    expect(gaps()).to.deep.equal(['', '2 min without speech', '1 min without speech', '']);
    const written = await mount(html`<transcript-view></transcript-view>`, {
      sessions: [aChat],
      transcript: { sessionId: aChat.id, segments },
    });
    expect(findAll(written.provider, '.gap')).to.have.length(0);
  });

  describe('says of a call', () => {
    const note = (root: ParentNode): string[] => findAll(root, '[part="note"]').map(textOf);
    const outbound = { ...theCall, direction: 'outbound' as const };
    const table: readonly [string, Session, string[]][] = [
      ['nothing when it came in', theCall, []],
      ['that it can be transcribed', { ...outbound, isTranscribable: true }, ['This call can be transcribed.']],
      ['that it cannot be', { ...outbound, isTranscribable: false }, ['This call cannot be transcribed.']],
      ['that it is not known yet', outbound, ['It is not known yet whether this call can be transcribed.']],
      ['nothing of it once it is over', { ...outbound, isTranscribable: true, state: 'ended' }, []],
      ['that it is parked', { ...theCall, state: 'parked' }, ['This task is parked. Transcription is interrupted.']],
      ['nothing of a parked chat', { ...aChat, state: 'parked' }, []],
    ];
    for (const [what, session, expected] of table) {
      it(what, async () => {
        const { provider } = await mount(view, { sessions: [session] });
        expect(note(provider)).to.deep.equal(expected);
      });
    }

    it('that it is parked as long as it is, and when it became known that it can be transcribed', async () => {
      const { provider, gateway } = await mount(view, { sessions: [outbound] });
      const on = { at: NOW, sessionId } as const;
      await happens(gateway, { type: 'session.parked', ...on });
      expect(note(provider)).to.deep.equal(['This task is parked. Transcription is interrupted.']);
      await happens(gateway, { type: 'session.unparking', ...on });
      expect(note(provider)).to.deep.equal(['This task waits to be connected. Transcription is interrupted.']);
      await happens(gateway, { type: 'session.unparked', ...on });
      expect(note(provider)).to.deep.equal(['It is not known yet whether this call can be transcribed.']);
      await happens(gateway, { type: 'transcript.eligibility-changed', isTranscribable: true, ...on });
      expect(note(provider)).to.deep.equal(['This call can be transcribed.']);
    });

    it('why nothing more of it is transcribed, above what was', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      await happens(gateway, { type: 'transcript.unavailable', at: NOW, sessionId, reason: 'the bot was removed' });
      expect(note(provider)).to.deep.equal(['Nothing more is transcribed: the bot was removed']);
      expect(lines(provider)).to.have.length(aboutACard.length);
    });
  });

  describe('speaks to screen readers', () => {
    const interval: { fake?: FakeInterval } = {};
    beforeEach(() => (interval.fake = new FakeInterval()));
    afterEach(() => interval.fake?.restore());

    /** What speaks is loaded when there is something to say. Here it is loaded already, so that it speaks at once. */
    const loaded = async (): Promise<void> => {
      await import('../../src/controllers/line-announcer.js');
      await settled();
    };

    /** Lets seconds pass; answers what the live region said in them. */
    async function hear(
      root: ParentNode,
      seconds: number,
      eachSecond?: (second: number) => Promise<void>,
    ): Promise<string[]> {
      const heard: string[] = [];
      let before = textOf(find(root, '[role="status"]'));
      for (let second = 0; second < seconds; second += 1) {
        await eachSecond?.(second);
        await loaded();
        interval.fake?.tick();
        await settled();
        const now = textOf(find(root, '[role="status"]'));
        if (now !== '' && now !== before) heard.push(now);
        before = now;
      }
      return heard;
    }

    it('new lines once they are final, and nothing that was there before', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      expect(await hear(provider, 5)).to.deep.equal([]);
      await says(gateway, line('x', 'I was just', false));
      expect(await hear(provider, 5)).to.deep.equal([]);
      await says(gateway, line('x', 'I was just asking.'));
      expect(await hear(provider, 5)).to.deep.equal(['I was just asking.']);
      expect(textOf(find(provider, '[role="status"]'))).to.equal('');
    });

    it('few lines in full and many as a number', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      await says(gateway, line('1', 'One.'), line('2', 'Two.'), line('3', 'Three.'));
      expect(await hear(provider, 5)).to.deep.equal(['One. Two. Three.']);
      await says(gateway, ...['4', '5', '6', '7'].map((id) => line(id, id)));
      expect(await hear(provider, 5)).to.deep.equal(['4 new lines in the transcript']);
    });

    it('at most once in two seconds, however much is said, and nothing twice', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      let id = 0;
      const heard = await hear(provider, 60, () => {
        const said = Array.from({ length: 50 }, () => line(`storm-${String((id += 1))}`, `Line ${String(id)}`));
        return says(gateway, ...said);
      });
      expect(heard.length).to.be.within(10, 30);
      const counted = heard.map((text) => Number(/^\d+/.exec(text)?.[0] ?? 0)).reduce((sum, count) => sum + count, 0);
      expect(counted).to.be.at.most(3000);
    });

    it('and stops its timer when there is nothing more to say', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      await says(gateway, line('x', 'Bye.'));
      await loaded();
      expect(interval.fake?.running).to.equal(1);
      await hear(provider, 5);
      expect(interval.fake?.running).to.equal(0);
    });

    it('nothing of a whole transcript that arrives at once', async () => {
      const { provider, gateway } = await transcriptOf(...aboutACard);
      await says(gateway, ...Array.from({ length: 500 }, (_, index) => line(`old-${String(index)}`, 'Old.')));
      expect(await hear(provider, 5)).to.deep.equal([]);
    });
  });
});
