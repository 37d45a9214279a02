import { expect } from '@open-wc/testing';
import '../../src/effects/notifier.js';
import type { SoundName } from '../../src/core/rules/notifying.js';
import { beginNotifying } from '../../src/effects/begin-notifying.js';
import type { Notice } from '../../src/effects/desktop-notices.js';
import { keepSettings } from '../../src/effects/notification-settings.js';
import { readSettings } from '../../src/core/rules/notifying.js';
import type { NotificationSettings } from '../../src/core/rules/notifying.js';
import { createLocalization, newId, selectSelectedId } from '../../src/index.js';
import type { Session, SessionEvent, TranscriptSegment, WorkspaceHandle } from '../../src/index.js';
import { aConfiguration, aDocument, aSession } from '../../stories/scenarios/builders.js';
import { NOW } from '../../stories/scenarios/scripted-gateway.js';
import type { ScriptedGateway } from '../../stories/scenarios/scripted-gateway.js';
import { aWorkspace } from '../support/a-workspace.js';
import { until } from '../support/mounting.js';
import { turn } from '../support/news.js';

const DEFAULT_SETTINGS = readSettings(undefined);

const chat = aSession({ id: 'chat', modality: 'im', serviceId: 'card-line' });

const offered = (sessionId: string, modality: string, about: object = {}): SessionEvent => ({
  type: 'session.offered',
  at: NOW,
  sessionId,
  offer: {
    serviceId: 'card-line',
    modality,
    direction: 'inbound',
    expiresAt: NOW + 20_000,
    customer: { name: 'Nora Feld' },
    ...about,
  },
});
let messages = 0;
const written = (sessionId = 'chat', about: Partial<TranscriptSegment> = {}): SessionEvent => {
  messages += 1;
  return {
    type: 'transcript.appended',
    at: NOW,
    sessionId,
    segments: [
      {
        id: `message-${String(messages)}`,
        speaker: { id: 'nora', role: 'customer' },
        text: 'My card is 4711',
        isFinal: true,
        ...about,
      },
    ],
  };
};
const gone = (sessionId: string): SessionEvent => ({ type: 'session.ended', at: NOW, sessionId });

/** An agent's page, by what it is told of; where it stands is up to the test. */
class Page {
  /** What was done, in its order. */
  readonly did: string[] = [];
  readonly notices = new Map<string, Notice & { readonly chosen: () => void }>();
  readonly asked: unknown[] = [];
  readonly said: unknown[] = [];
  /** Settings are those of the browser, and other pages of it have tests, too. */
  readonly agentId = newId();
  readonly workspace: WorkspaceHandle;
  readonly gateway: ScriptedGateway;
  readonly provider: HTMLElement;
  /** Called when the time of what rings is over. */
  ended: () => void = () => undefined;
  hasFocus = true;
  isSeen = true;
  readonly #end: () => void;
  readonly #restore: () => void;

  constructor(sessions: readonly Session[] = []) {
    const { hasFocus } = document;
    document.hasFocus = () => this.hasFocus;
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (this.isSeen ? 'visible' : 'hidden'),
    });
    this.#restore = () => {
      document.hasFocus = hasFocus;
      Reflect.deleteProperty(document, 'visibilityState');
    };
    const { workspace, gateway, provider } = aWorkspace({
      facts: [
        { type: 'workspace.reset', at: NOW, agentId: this.agentId },
        { type: 'configuration.loaded', at: NOW, configuration: aConfiguration(aDocument) },
        ...sessions.map((session) => ({ type: 'session.snapshot', at: NOW, session }) as const),
      ],
    });
    this.workspace = { ...workspace, localization: createLocalization('en') };
    this.gateway = gateway;
    this.provider = provider;
    provider.setAttribute('notifications', 'sound desktop title');
    provider.addEventListener('session-notify', ({ detail }) => this.asked.push(detail));
    provider.addEventListener('session-notified', ({ detail }) => this.said.push(detail));
    this.#end = beginNotifying(this.workspace, {
      sounds: {
        isBlocked: false,
        play: (sound: SoundName, volume: number) => this.did.push(`${sound} ${String(volume)}`),
        ring: (sound, volume, ms, ended) => {
          this.did.push(`${sound} rings ${String(volume)} ${String(ms)}`);
          this.ended = ended;
          return () => this.did.push(`${sound} stops`);
        },
        follow: () => () => undefined,
      },
      notices: {
        show: (name, notice, chosen) => {
          this.notices.set(name, { ...notice, chosen });
        },
        close: (name) => {
          this.notices.delete(name);
        },
      },
    });
  }

  async happens(...facts: readonly SessionEvent[]): Promise<void> {
    this.gateway.emit(...facts);
    await this.settled();
  }

  /** Everything has been told. */
  async settled(): Promise<void> {
    for (let time = 0; time < 3; time += 1) await turn();
  }

  /** The agent goes to another window, with this page hidden, or comes back. */
  async turns(isHere: boolean): Promise<void> {
    this.hasFocus = isHere;
    this.isSeen = isHere;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event(isHere ? 'focus' : 'blur'));
    await this.settled();
  }

  async set(settings: Partial<NotificationSettings>): Promise<void> {
    await keepSettings(` ${this.agentId}`, { ...DEFAULT_SETTINGS, ...settings });
    await this.settled();
  }

  end(): void {
    this.#end();
    this.#restore();
    this.workspace.store.dispose();
  }
}

describe('an agent is told', () => {
  let page: Page;
  const { title } = document;

  /** A page that has read the settings. */
  async function aPage(sessions: readonly Session[] = [], settings: Partial<NotificationSettings> = {}): Promise<void> {
    page = new Page(sessions);
    await page.set(settings);
  }
  beforeEach(() => {
    document.title = 'Portal';
  });
  afterEach(() => {
    page.end();
    document.title = title;
  });

  it('of a call by a ring, until the offer is gone', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video'));
    expect(page.did).to.deep.equal(['audio-video rings 0.6 20000']);
    await page.happens(gone('one'));
    expect(page.did.slice(1)).to.deep.equal(['audio-video stops']);
  });

  for (const sound of ['im', 'email', 'external'] as const)
    it(`of an offer of ${sound} by its sound, once`, async () => {
      await aPage([], { volume: 0.3 });
      await page.happens(offered('one', sound));
      await page.happens({ type: 'customer.identified', at: NOW, sessionId: 'one', customer: { name: 'Lea' } });
      await page.happens(gone('one'));
      expect(page.did).to.deep.equal([`${sound} 0.3`]);
    });

  it('by one ring of several calls, as long as there is one', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video'), offered('two', 'audio-video', { expiresAt: NOW + 30_000 }));
    await page.happens(gone('two'));
    expect(page.did).to.deep.equal(['audio-video rings 0.6 30000']);
    await page.happens(gone('one'));
    expect(page.did.slice(1)).to.deep.equal(['audio-video stops']);
  });

  it('by a ring that goes on for a call that came later, and ends with its time', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video', { expiresAt: NOW + 10_000 }));
    page.gateway.time = NOW + 5000;
    await page.happens(offered('two', 'audio-video', { expiresAt: NOW + 15_000 }));
    page.gateway.time = NOW + 10_000;
    page.ended();
    await page.settled();
    expect(page.did).to.deep.equal(['audio-video rings 0.6 10000', 'audio-video rings 0.6 5000']);
    page.gateway.time = NOW + 15_000;
    page.ended();
    await page.settled();
    expect(page.did).to.have.length(2);
  });

  it('by one sound of a burst of offers, and of messages by one', async () => {
    const chats = Array.from({ length: 20 }, (_, at) => ({ ...chat, id: `chat-${String(at)}` }));
    await aPage(chats);
    await page.happens(...Array.from({ length: 20 }, (_, at) => offered(`one-${String(at)}`, 'email')));
    expect(page.did).to.deep.equal(['email 0.6']);
    await aNewPage(chats);
    for (const { id } of chats) await page.happens(written(id), written(id));
    expect(page.did).to.deep.equal(['message 0.6']);
  });

  it('of a message, unless its session is in sight', async () => {
    await aPage([chat]);
    page.workspace.store.look('chat');
    await page.happens(written());
    expect([page.did, page.notices.size, document.title]).to.deep.equal([[], 0, 'Portal']);
    await page.turns(false);
    await page.happens(written());
    expect([page.did, document.title]).to.deep.equal([['message 0.6'], '(1) New message – Portal']);
    await page.turns(true);
    expect(document.title).to.equal('Portal');
  });

  it('no more of a message that was read in another tab', async () => {
    await aPage([chat]);
    await page.happens(written());
    expect(document.title).to.equal('(1) New message – Portal');
    await page.happens({ type: 'messages.read', at: NOW, sessionId: 'chat', unread: 0 });
    expect(document.title).to.equal('Portal');
  });

  it('of nothing that is spoken, written by the agent, or blank', async () => {
    await aPage([chat, aSession()]);
    await page.turns(false);
    await page.happens(
      written('call-1'),
      written('chat', { speaker: { id: 'ana', role: 'agent' } }),
      written('chat', { text: ' ' }),
    );
    expect([page.did, page.asked, document.title]).to.deep.equal([[], [], 'Portal']);
  });

  it('of nothing that is caught up on, nor when the page is loaded again', async () => {
    await aPage([aSession({ id: 'here', state: 'offered', offerExpiresAt: NOW + 20_000 }), chat]);
    page.gateway.deliver([offered('one', 'audio-video'), offered('two', 'im'), written()], 'replay');
    await page.turns(false);
    expect([page.did, page.asked, page.notices.size, document.title]).to.deep.equal([[], [], 0, 'Portal']);
  });

  it('still of an offer that is there after a reconnect, and not of one that is gone by then', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video'));
    const again = aSession({ id: 'one', state: 'offered', offerExpiresAt: NOW + 20_000 });
    page.gateway.deliver(
      [
        { type: 'workspace.reset', at: NOW, agentId: page.agentId },
        { type: 'session.snapshot', at: NOW, session: again },
      ],
      'replay',
    );
    await page.settled();
    expect(page.did).to.deep.equal(['audio-video rings 0.6 20000']);
    page.gateway.deliver([{ type: 'workspace.reset', at: NOW, agentId: page.agentId }], 'replay');
    await page.settled();
    expect(page.did.slice(1)).to.deep.equal(['audio-video stops']);
  });

  it('of nothing of the agent before them', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video'));
    page.gateway.deliver([{ type: 'workspace.reset', at: NOW, agentId: 'ben' }], 'replay');
    await page.settled();
    expect([page.did.at(-1), document.title]).to.deep.equal(['audio-video stops', 'Portal']);
  });

  it('as they have set it', async () => {
    await aPage([chat], {
      sounds: { ...DEFAULT_SETTINGS.sounds, 'audio-video': false, message: false },
      inTitle: false,
    });
    await page.happens(offered('one', 'audio-video'), written());
    expect([page.did, page.notices.size, document.title, page.said]).to.deep.equal([[], 0, 'Portal', []]);
    await page.set({ volume: 0.1 });
    expect([page.did, document.title]).to.deep.equal([['audio-video rings 0.1 20000'], '(2) New call – Portal']);
    await page.set({ volume: 0.9 });
    expect(page.did.slice(1)).to.deep.equal(['audio-video stops', 'audio-video rings 0.9 20000']);
  });

  it('in the title of the most pressing thing, and how many there are, until they are gone', async () => {
    await aPage([chat]);
    await page.happens(written());
    await page.happens(offered('one', 'fax'));
    expect(document.title).to.equal('(2) New task – Portal');
    document.title = 'Customers';
    await page.happens(offered('two', 'email'));
    expect(document.title).to.equal('(3) New task – Customers');
    await page.happens(gone('one'), gone('two'));
    expect(document.title).to.equal('(1) New message – Customers');
    page.end();
    expect(document.title).to.equal('Customers');
  });

  describe('on the desktop', () => {
    it('while they are in another window: of whom and of which service, and nothing that was written', async () => {
      await aPage([{ ...chat, customer: { name: 'Nora Feld' } }], { desktop: 'background' });
      await page.happens(offered('here', 'im'), written());
      expect(page.notices.size).to.equal(0);
      await page.turns(false);
      await page.happens(offered('one', 'audio-video'), written());
      const all = [...page.notices].map(([name, { title: own, body, isLasting }]) => [name, own, body, isLasting]);
      expect(all).to.deep.equal([
        ['message chat', 'New message', 'Nora Feld · Card Line', false],
        ['offer one', 'New call', 'Nora Feld · Card Line', true],
      ]);
      await page.happens(gone('one'));
      expect([...page.notices.keys()]).to.deep.equal(['message chat']);
      await page.turns(true);
      expect(page.notices.size).to.equal(0);
      await page.turns(false);
      expect(page.notices.size).to.equal(0);
    });

    it('always, until it is looked at', async () => {
      await aPage([chat], { desktop: 'always' });
      await page.happens(written());
      expect([...page.notices.keys()]).to.deep.equal(['message chat']);
      page.workspace.store.look('chat');
      await page.settled();
      expect(page.notices.size).to.equal(0);
    });

    it('without a subject that a customer wrote, where their service keeps nothing', async () => {
      await aPage([], { desktop: 'always' });
      const mail = { serviceId: 'nothing-kept', subject: 'My divorce', customer: undefined };
      await page.happens(offered('one', 'email', mail));
      expect(page.notices.get('offer one')?.body).to.equal('Unknown caller · nothing-kept');
    });

    it('with the way there', async () => {
      await aPage([chat], { desktop: 'always' });
      await page.happens(offered('one', 'im'));
      page.notices.get('offer one')?.chosen();
      expect(page.workspace.store.read(selectSelectedId)).to.equal('one');
    });
  });

  describe('by its host', () => {
    it('that is asked and told, once for each', async () => {
      await aPage([chat]);
      await page.happens(offered('one', 'audio-video'));
      await page.happens(written(), written());
      const both = [
        { sessionId: 'one', about: 'offer' },
        { sessionId: 'chat', about: 'message' },
      ];
      expect([page.asked, page.said]).to.deep.equal([both, both]);
    });

    it('that says no', async () => {
      await aPage([chat], { desktop: 'always' });
      page.provider.addEventListener('session-notify', (event) => {
        event.preventDefault();
      });
      await page.happens(offered('one', 'audio-video'), written());
      expect([page.did, page.notices.size, document.title, page.said]).to.deep.equal([[], 0, 'Portal', []]);
    });

    for (const [ways, expected] of [
      ['off', [0, 0, 'Portal']],
      ['sound', [1, 0, 'Portal']],
      ['desktop', [0, 1, 'Portal']],
      ['title', [0, 0, '(1) New email – Portal']],
      [undefined, [1, 1, 'Portal']],
    ] as const)
      it(`that lets ${ways ?? 'what is usual'}`, async () => {
        await aPage([], { desktop: 'always' });
        if (ways === undefined) page.provider.removeAttribute('notifications');
        else page.provider.setAttribute('notifications', ways);
        await page.happens(offered('one', 'email'));
        expect([page.did.length, page.notices.size, document.title]).to.deep.equal(expected);
        expect(page.said).to.have.length(ways === 'off' ? 0 : 1);
      });
  });

  it('of nothing any more when it is over', async () => {
    await aPage();
    await page.happens(offered('one', 'audio-video'));
    page.end();
    expect(page.did.at(-1)).to.equal('audio-video stops');
    expect(page.workspace.store.subscriptions).to.equal(0);
  });

  async function aNewPage(sessions: readonly Session[]): Promise<void> {
    page.end();
    await aPage(sessions);
  }

  it('of what came before what tells of it was loaded', async () => {
    page = new Page();
    page.gateway.emit(offered('one', 'audio-video'));
    await page.set({});
    await until(() => page.did.length > 0);
    expect(page.did).to.deep.equal(['audio-video rings 0.6 20000']);
  });
});
