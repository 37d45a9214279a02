import { expect, fixture, html } from '@open-wc/testing';
import '../../src/components/chat-conversation/chat-conversation.define.js';
import '../../src/components/message-composer/message-composer.define.js';
import '../../src/components/session-provider/session-provider.define.js';
import { selectRoster } from '../../src/index.js';
import type { SessionStore } from '../../src/index.js';
import { transcriptAwayWords } from '../../src/localize/en/transcript-away.js';
import { aStore } from '../support/a-store.js';
import { findAll, settled, textOf, until } from '../support/mounting.js';
import { PastGateway, manyPasts } from '../support/past-gateway.js';

describe('a page that has let go of what ended long ago', () => {
  let gateway: PastGateway;
  let store: SessionStore;
  let root: HTMLElement;
  const history = (): string => store.read(selectRoster).history.join(' ');
  const lines = (): readonly string[] => findAll(root, '.message').map(textOf);
  const empty = (): string => findAll(root, '.history .empty').map(textOf).join();
  const look = async (id: string): Promise<void> => {
    store.look(id);
    await settled();
  };

  beforeEach(async () => {
    gateway = new PastGateway(manyPasts(7));
    ({ store } = aStore({}, { gateway, clock: gateway.clock, history: { sessions: 4, transcripts: 2 } }));
    root = await fixture(
      html`<session-provider lang="en" manual-switch .store=${store}><chat-conversation></chat-conversation></session-provider>`,
    );
    await until(() => history() === 's-1 s-2 s-3 s-4');
  });
  afterEach(() => {
    store.dispose();
  });

  it('pages back to a session, says that it is being read, and shows what was said in it', async () => {
    let come: () => void = () => undefined;
    gateway.road = () => new Promise((resolve) => (come = resolve));
    await store.older?.();
    await until(() => history().includes('s-7'));
    expect(history()).to.equal('s-1 s-2 s-3 s-4 s-5 s-6 s-7');
    await look('s-7');
    await until(() => empty() !== '');
    expect([empty(), lines()]).to.deep.equal([transcriptAwayWords.reading, []]);
    come();
    await until(() => lines().length === 2);
    expect(lines()[0]).to.contain('Hello from s-7');
    expect(empty()).to.equal('');
  });

  it('says what cannot be read now, and reads it when the agent comes back to it', async () => {
    gateway.road = () => Promise.reject(new Error('cut off'));
    await look('s-4');
    await until(() => empty() === transcriptAwayWords.unreachable);
    expect(empty()).to.equal(transcriptAwayWords.unreachable);
    gateway.road = () => Promise.resolve();
    await look('s-1');
    await look('s-4');
    await until(() => lines().length === 2);
    expect(lines()[0]).to.contain('Hello from s-4');
  });

  it('says what is gone for good', async () => {
    gateway.past.delete('s-4');
    await look('s-4');
    await until(() => empty() === transcriptAwayWords.gone);
    expect([empty(), lines()]).to.deep.equal([transcriptAwayWords.gone, []]);
  });
});
