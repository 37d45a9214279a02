import { Subscription } from 'rxjs';
import { look } from '../context/acts/look.js';
import { mayNotify, notified } from '../context/acts/notify.js';
import type { WorkspaceHandle } from '../context/workspace-handle.js';
import type { Session } from '../core/model/session.js';
import { isForDesktop, isRepeated, isSoundDue, isTold, ringMs, soundOf, waysOfHost } from '../core/rules/notifying.js';
import type { NotificationSettings, Telling } from '../core/rules/notifying.js';
import { selectSelectedId } from '../core/selectors/select-selection.js';
import { selectServiceOf, selectSession } from '../core/selectors/select-session.js';
import { noticeOf, titleWordsOf } from '../localize/notice-words.js';
import { DesktopNotices } from './desktop-notices.js';
import { followSettings } from './notification-settings.js';
import { sightOf } from './notifying.js';
import type { NotifierParts, Notifying } from './notifying.js';
import { pageSounds } from './own-sounds.js';
import { putInTitle } from './page-title.js';

/** Something that the agent is told of until it is answered or looked at. */
interface News {
  readonly telling: Telling;
  readonly following: Subscription;
  /** Whether hosts leave it to this page; undefined until they were asked. */
  isGranted?: boolean;
  /** What has yet to be done once for it. */
  isToSound: boolean;
  isToShow: boolean;
  isShown: boolean;
  /** Whether hosts know that the agent was told. */
  isSaid: boolean;
}

/** Tells an agent what comes while they look elsewhere, as they have set it and the host lets it. */
export class Notifier {
  readonly #workspace: WorkspaceHandle;
  readonly #notifying: Notifying;
  readonly #parts: NotifierParts;
  readonly #news = new Map<string, News>();
  readonly #following = new Subscription();
  readonly #end = new AbortController();
  readonly #last: { offer: number | undefined; message: number | undefined } = { offer: undefined, message: undefined };
  #settings: NotificationSettings | undefined;
  #isLeading: boolean;
  #isDue = false;
  #ringing: { readonly stop: () => void; readonly volume: number } | undefined;

  constructor(workspace: WorkspaceHandle, notifying: Notifying, parts?: NotifierParts) {
    this.#workspace = workspace;
    this.#notifying = notifying;
    this.#parts = parts ?? { sounds: pageSounds, notices: new DesktopNotices() };
    this.#isLeading = notifying.lead.isLeading;
    const { signal } = this.#end;
    this.#following.add(
      followSettings(notifying.owner.name, (settings) => {
        this.#settings = settings;
        this.review();
      }),
    );
    this.#following.add(workspace.store.select(selectSelectedId).subscribe(this.review));
    for (const type of ['focus', 'blur']) window.addEventListener(type, this.review, { signal });
    document.addEventListener('visibilitychange', this.review, { signal });
    // Before the page is gone: what stands on the desktop leads nowhere then.
    window.addEventListener('pagehide', this.#closeNotices, { signal });
  }

  /** Something is worth telling. */
  hear(telling: Telling): void {
    const { sessionId, about } = telling;
    const name = `${about} ${sessionId}`;
    const known = this.#news.get(name);
    const { store } = this.#workspace;
    const news: News = known ?? {
      telling,
      following: store.select(selectSession(sessionId)).subscribe(this.review),
      isToSound: false,
      isToShow: false,
      isShown: false,
      isSaid: false,
    };
    news.isToSound = this.#isOurs;
    news.isToShow = true;
    this.#news.set(name, news);
    this.review();
  }

  /** Looks, when everything else that happens now has happened, what there is to tell and what no longer. */
  readonly review = (): void => {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (!this.#end.signal.aborted) this.#tell();
    });
  };

  end(): void {
    this.#end.abort();
    this.#following.unsubscribe();
    for (const [name, news] of this.#news) this.#drop(name, news);
    this.#ring([]);
    putInTitle(this, undefined);
  }

  get #isOurs(): boolean {
    return this.#notifying.lead.isLeading;
  }

  #tell(): void {
    const { store, provider } = this.#workspace;
    const sight = sightOf(store);
    for (const [name, news] of this.#news)
      if (isTold(news.telling, store.read(selectSession(news.telling.sessionId)), sight)) this.#drop(name, news);
    const settings = this.#settings;
    if (!settings) return;
    if (this.#isLeading !== this.#isOurs) {
      this.#isLeading = this.#isOurs;
      // Another page tells from now on, or did until now.
      if (!this.#isLeading) this.#closeNotices();
      for (const news of this.#news.values()) news.isToShow = true;
    }
    const ways = waysOfHost(provider.getAttribute('notifications'));
    const own = this.#isLeading ? [...this.#news].filter(([, news]) => this.#isGranted(news)) : [];
    const all = own.map(([, news]) => news);
    const sounding = ways.sound ? all.filter((news) => this.#hasSound(news, settings)) : [];
    this.#ring(
      sounding.filter((news) => this.#ringMs(news) > 0),
      settings.volume,
    );
    this.#chime(sounding, settings.volume);
    for (const [name, news] of own) this.#show(name, news, ways.desktop && isForDesktop(settings, sight));
    const titled = ways.title && settings.inTitle ? all : [];
    this.#entitle(titled);
    for (const news of all) {
      news.isToSound = false;
      if (!news.isSaid && (news.isShown || sounding.includes(news) || titled.includes(news))) {
        news.isSaid = true;
        notified(this.#workspace, news.telling);
      }
    }
  }

  #isGranted(news: News): boolean {
    news.isGranted ??= mayNotify(this.#workspace, news.telling);
    return news.isGranted;
  }

  #sessionOf({ telling }: News): Session | undefined {
    return this.#workspace.store.read(selectSession(telling.sessionId));
  }

  #hasSound(news: News, { sounds }: NotificationSettings): boolean {
    const session = this.#sessionOf(news);
    return session !== undefined && sounds[soundOf(news.telling, session)];
  }

  /** How long it goes on ringing; 0 for what sounds once. */
  #ringMs(news: News): number {
    const session = this.#sessionOf(news);
    if (!session || !isRepeated(soundOf(news.telling, session))) return 0;
    return ringMs(session, this.#workspace.store.clockOf(session.id).now());
  }

  /** One ring, however many calls there are. */
  #ring(calls: readonly News[], volume = 0): void {
    if (this.#ringing && (calls.length === 0 || this.#ringing.volume !== volume)) {
      this.#ringing.stop();
      this.#ringing = undefined;
    }
    if (this.#ringing || calls.length === 0) return;
    const longest = Math.max(...calls.map((news) => this.#ringMs(news)));
    const stop = this.#parts.sounds.ring('audio-video', volume, longest, () => {
      this.#ringing = undefined;
      this.review();
    });
    this.#ringing = { stop, volume };
  }

  /** One sound, however much has come; none while a call rings. */
  #chime(all: readonly News[], volume: number): void {
    if (this.#ringing) return;
    for (const about of ['offer', 'message'] as const)
      for (const news of all) {
        const session = this.#sessionOf(news);
        const now = performance.now();
        if (!news.isToSound || news.telling.about !== about || !session || !isSoundDue(about, this.#last, now))
          continue;
        this.#last[about] = now;
        this.#parts.sounds.play(soundOf(news.telling, session), volume);
      }
  }

  #show(name: string, news: News, isWanted: boolean): void {
    const { store, localization, provider } = this.#workspace;
    const session = this.#sessionOf(news);
    // The agent is back.
    if (news.isShown && !isWanted) {
      this.#parts.notices.close(name);
      news.isShown = false;
    }
    const isDue = news.isToShow;
    news.isToShow = false;
    if (!isDue || !isWanted || !session) return;
    news.isShown = true;
    const notice = noticeOf(news.telling, session, store.read(selectServiceOf(session.id)), localization.strings);
    this.#parts.notices.show(name, notice, () => {
      if (store.read(selectSession(session.id))) look(this.#workspace, provider, session.id);
    });
  }

  #entitle(all: readonly News[]): void {
    // An offer runs out; a message waits.
    const first = all.find(({ telling }) => telling.about === 'offer') ?? all[0];
    const session = first && this.#sessionOf(first);
    const words = session && titleWordsOf(first.telling, session, this.#workspace.localization.strings);
    putInTitle(this, words === undefined ? undefined : { count: all.length, words });
  }

  #drop(name: string, news: News): void {
    news.following.unsubscribe();
    this.#news.delete(name);
    if (news.isShown) this.#parts.notices.close(name);
  }

  readonly #closeNotices = (): void => {
    for (const [name, news] of this.#news) {
      if (news.isShown) this.#parts.notices.close(name);
      news.isShown = false;
    }
  };
}
