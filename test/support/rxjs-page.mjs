// A page whose host has a store of its own, with Observables of its own RxJS; test/e2e/rxjs.test.mjs builds it.
import 'my-sessions/define';
import { createSessionStore, selectSelectedId } from 'my-sessions/core';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { from, Observable, share } from 'rxjs';

const gateway = createSimulator({ scenario: 'quiet' });
const own = createSessionStore({
  gateway,
  clock: gateway.clock,
  logger: console,
  newId: () => crypto.randomUUID(),
});
let open = 0;
/** As a host has it that counts what is read. */
const counted = (source) =>
  new Observable((subscriber) => {
    open += 1;
    const following = source.subscribe(subscriber);
    return () => {
      open -= 1;
      following.unsubscribe();
    };
  });
const store = {
  ...own,
  select: (selector) => counted(from(own.select(selector))),
  effects$: from(own.effects$).pipe(share()),
};

const provider = document.querySelector('session-provider');
provider.store = store;
Object.assign(window, {
  areTwo: !(own.select(selectSelectedId) instanceof Observable) && store.effects$ instanceof Observable,
  offer: (modality) => gateway.offer(modality),
  open: () => open,
});
