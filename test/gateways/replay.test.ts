import { expect } from '@open-wc/testing';
import type { TranscriptSegment } from '../../src/core/model/transcript-segment.js';
import { USERS } from '../../src/gateways/in-memory/built-in-configuration.js';
import { connected } from '../../src/gateways/contract/recorder.js';
import type { Recorder } from '../../src/gateways/contract/recorder.js';
import { ManualScheduler } from '../support/manual-scheduler.js';
import type { Recording } from '../../src/gateways/replay/recording.js';
import type { Replay, ReplayOptions } from '../../src/gateways/replay/replay.js';
import { createReplay, createReplayOfFiles } from '../../src/gateways/replay/replay.js';

const customer = { id: 'C', role: 'customer' as const, name: 'Crystal' };
const agent = { id: 'A', role: 'agent' as const };

const call: Recording = {
  id: 'call',
  modality: 'audio-video',
  messages: [
    { speaker: agent, text: 'Hello.', offsetMs: 1000, endMs: 2000 },
    { speaker: customer, text: 'Hi.', offsetMs: 31_000, endMs: 32_000, sentiment: 'positive' },
  ],
};

describe('replay', () => {
  function play(
    recordings: readonly Recording[],
    options: Partial<ReplayOptions> = {},
  ): { replay: Replay; recorder: Recorder; scheduler: ManualScheduler } {
    const scheduler = new ManualScheduler();
    const replay = createReplay({ recordings, scheduler, ...options });
    return { replay, scheduler, recorder: connected(replay).recorder };
  }
  const accept = ({ replay, scheduler }: ReturnType<typeof play>, sessionId: string): void => {
    void replay.execute({ type: 'session.accept', sessionId, commandId: `accept ${sessionId}` });
    scheduler.advance(1200);
  };
  const textsOf = (recorder: Recorder, sessionId: string): TranscriptSegment[] => [
    ...(recorder.state.transcripts.get(sessionId) ?? []),
  ];

  it('offers one recording after the other by itself', () => {
    const { recorder, scheduler } = play([call]);
    expect(recorder.state.sessions.size).to.equal(0);
    scheduler.advance(2000);
    expect(recorder.state.sessions.get('call')).to.include({
      state: 'offered',
      serviceId: 'cards',
      modality: 'audio-video',
    });
    expect(recorder.state.sessions.get('call')?.customer?.name).to.equal('Crystal');
  });

  it('takes typing and files in a chat, as the simulator does, and in nothing else', async () => {
    const upload = async (modality: 'im' | 'audio-video'): Promise<unknown> => {
      const playing = play([{ ...call, modality }], { isOfferedByItself: false });
      const { replay, scheduler } = playing;
      accept(playing, replay.offer() ?? '');
      replay.typing?.('call', true);
      const reply = replay.upload?.('call', new File(['pixels'], 'photo.png', { type: 'image/png' }));
      scheduler.advance(2000);
      return [playing.recorder.state.sessions.get('call')?.messaging?.takesTyping, await reply];
    };
    expect(await upload('im')).to.deep.equal([true, { ok: true, attachmentId: 'file-1' }]);
    expect(await upload('audio-video')).to.deep.equal([undefined, { ok: false, failure: 'not-taken' }]);
  });

  it('keeps the pace of the recording', () => {
    const playing = play([call], { isOfferedByItself: false });
    accept(playing, playing.replay.offer() ?? '');
    playing.scheduler.advance(30_999);
    expect(textsOf(playing.recorder, 'call').map(({ text }) => text)).to.deep.equal(['Hello.']);
    playing.scheduler.advance(1001);
    const segments = textsOf(playing.recorder, 'call');
    expect(segments.map(({ text, offsetMs }) => [text, offsetMs])).to.deep.equal([
      ['Hello.', 1000],
      ['Hi.', 31_000],
    ]);
    expect(playing.recorder.state.sessions.get('call')?.sentiment).to.equal('positive');
  });

  it('is faster when it is asked to', () => {
    const playing = play([call], { isOfferedByItself: false, speed: 10 });
    accept(playing, playing.replay.offer() ?? '');
    playing.scheduler.advance(3200);
    expect(textsOf(playing.recorder, 'call')).to.have.length(2);
  });

  it('ends a conversation when all is said', () => {
    const playing = play([call], { isOfferedByItself: false });
    accept(playing, playing.replay.offer() ?? '');
    playing.scheduler.advance(40_000);
    expect(playing.recorder.state.sessions.get('call')?.result).to.equal('accepted-by-user');
  });

  it('plays a modality that nobody knows as it is', () => {
    const { replay, recorder } = play([{ ...call, modality: 'fax' }], { isOfferedByItself: false });
    expect(recorder.state.sessions.get(replay.offer() ?? '')?.modality).to.equal('fax');
  });

  it('offers again what nobody accepted, as another session, when the agent is there again', () => {
    const { recorder, scheduler } = play([call]);
    const offers = (): number => recorder.live.filter(({ type }) => type === 'session.offered').length;
    scheduler.advance(60_000);
    expect(recorder.state.sessions.get('call')?.offerOutcome).to.equal('missed');
    expect(recorder.state.users.get(USERS.agent)?.presence?.presence).to.equal('not-available');
    expect(offers()).to.equal(1);
    scheduler.advance(120_000);
    expect(offers()).to.be.greaterThan(1);
  });

  it('has nothing more to offer at the end', () => {
    const { replay } = play([call], { isOfferedByItself: false });
    expect(replay.offer('im')).to.equal(undefined);
    expect(replay.offer()).to.equal('call');
    expect(replay.offer()).to.equal(undefined);
  });

  it('plays the good ones of files, and hands on what is wrong with the others', async () => {
    const files = [
      { name: 'good.json', text: JSON.stringify({ id: 'g', modality: 'chat', messages: [{ text: 'Hi' }] }) },
      { name: 'bad.json', text: '{' },
    ];
    const { replay, problems } = await createReplayOfFiles(files, {
      scheduler: new ManualScheduler(),
      isOfferedByItself: false,
    });
    expect(replay.offer()).to.equal('g');
    expect(problems.map(({ file }) => file)).to.deep.equal(['bad.json']);
  });
});
