// A store of the package, which has its own RxJS built in, and a host that has another one.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSessionStore, selectRoster, selectSelectedId, selectSession, silentLogger } from 'my-sessions/core';
import { createSimulator } from 'my-sessions/gateways/simulator';
import {
  BehaviorSubject,
  combineLatest,
  filter,
  firstValueFrom,
  from,
  map,
  Observable,
  Subject,
  Subscription,
  switchMap,
  takeUntil,
} from 'rxjs';

describe('a store with the RxJS of its host', { timeout: 60_000 }, () => {
  let gateway;
  let store;
  beforeEach(async () => {
    gateway = createSimulator({ scenario: 'quiet' });
    let ids = 0;
    const newId = () => `command-${(ids += 1)}`;
    store = createSessionStore({ gateway, clock: gateway.clock, logger: silentLogger, newId });
    await firstValueFrom(from(store.select(selectRoster)).pipe(filter(Boolean)));
  });
  afterEach(() => store.dispose());

  it('are two copies', () => assert.equal(store.select(selectRoster) instanceof Observable, false));

  it('goes through operators of the host, which let go of it when they end', () => {
    const over = new Subject();
    const seen = [];
    let isComplete = false;
    store
      .select(selectSelectedId)
      .pipe(
        map((id) => id ?? 'nobody'),
        takeUntil(over),
      )
      .subscribe({ next: (id) => seen.push(id), complete: () => (isComplete = true) });
    const id = gateway.offer('im');
    store.look(id);
    assert.deepEqual(seen, ['nobody', id]);
    assert.equal(store.subscriptions, 1);
    over.next();
    assert.deepEqual([isComplete, store.subscriptions], [true, 0]);
  });

  it('is switched to and from by an observable of the host, and joined with another', () => {
    const [one, other] = [gateway.offer('im'), gateway.offer('email')];
    const wanted = new BehaviorSubject(one);
    const hostLabel = new BehaviorSubject('desk 1');
    const seen = [];
    const following = combineLatest([
      hostLabel,
      wanted.pipe(switchMap((sessionId) => store.select(selectSession(sessionId)))),
    ]).subscribe(([label, session]) => seen.push(`${label}: ${session?.modality}`));
    wanted.next(other);
    hostLabel.next('desk 2');
    assert.deepEqual(seen, ['desk 1: im', 'desk 1: email', 'desk 2: email']);
    assert.equal(store.subscriptions, 1, 'the first session is let go of');
    following.unsubscribe();
    assert.equal(store.subscriptions, 0);
  });

  it('tells a subject of the host, and ends it with the store', () => {
    const ids = new BehaviorSubject(undefined);
    const effects = [];
    let isComplete = false;
    const following = new Subscription();
    following.add(store.select(selectSelectedId).subscribe(ids));
    following.add(store.effects$.subscribe((effect) => effects.push(effect.type)));
    ids.subscribe({ complete: () => (isComplete = true) });
    const id = gateway.offer('im');
    store.look(id);
    assert.equal(ids.value, id);
    assert.ok(effects.length > 0);
    const told = effects.length;
    store.dispose();
    assert.equal(isComplete, true);
    following.unsubscribe();
    assert.equal(effects.length, told);
  });

  it('goes on for others where an operator of the host throws', () => {
    const seen = [];
    const errors = [];
    store
      .select(selectSelectedId)
      .pipe(
        map((id) => {
          if (id !== undefined) throw new Error('host');
        }),
      )
      .subscribe({ error: ({ message }) => errors.push(message) });
    store.select(selectSelectedId).subscribe((id) => seen.push(id));
    const id = gateway.offer('im');
    store.look(id);
    assert.deepEqual(errors, ['host']);
    assert.deepEqual(seen, [undefined, id]);
    assert.equal(store.subscriptions, 1);
  });
});
