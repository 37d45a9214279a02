// A host with RxJS of its own: it takes what the store gives as it takes any other observable.
import { createSessionStore, selectSelectedId, selectSession, silentLogger } from 'my-sessions/core';
import type { Gateway, Session } from 'my-sessions/core';
import { BehaviorSubject, combineLatest, firstValueFrom, from, map, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';

declare const gateway: Gateway;
const store = createSessionStore({
  gateway,
  clock: { now: () => Date.now() },
  logger: silentLogger,
  newId: () => crypto.randomUUID(),
});

const id$: Observable<string | undefined> = from(store.select(selectSelectedId));
export const names: Observable<string> = id$.pipe(map((id) => id ?? 'nobody'));
export const sessions: Observable<Session | undefined> = id$.pipe(
  switchMap((id) => store.select(selectSession(id ?? ''))),
);
export const both: Observable<string> = combineLatest([store.select(selectSelectedId), store.effects$]).pipe(
  map(([id, effect]) => `${id ?? ''} ${effect.type}`),
);
export const first: Promise<string | undefined> = firstValueFrom(id$);
store.select(selectSelectedId).subscribe(new BehaviorSubject<string | undefined>(undefined));

// @ts-expect-error A selected id is no number.
export const wrong: Observable<number> = from(store.select(selectSelectedId));
// @ts-expect-error It is no observable of the host's class.
export const own: Observable<string | undefined> = store.select(selectSelectedId);
