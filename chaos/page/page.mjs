// What runs in the browser: the built package as a host page uses it, and a record of what the gateway hands over.
import {
  createSessionStore,
  newId,
  selectConnection,
  selectRoster,
  selectSession,
  selectTranscript,
  selectUser,
  silentLogger,
} from 'my-sessions';
import 'my-sessions/define';
import { createHttpGateway } from 'my-sessions/gateways/http';
import { AGENT, picture } from '../facts.mjs';
import { Ledger } from './ledger.mjs';

const WIDGETS = [
  'sessions-list',
  'task-capacity',
  'agent-presence',
  'session-details',
  'codes-tags',
  'session-controls',
];

const problems = [];
window.addEventListener('unhandledrejection', ({ reason }) => problems.push(`unhandled rejection: ${reason}`));
window.addEventListener('error', ({ message }) => problems.push(`error: ${message}`));

/** Promises for conditions that are looked at whenever something has changed. */
class Conditions {
  #open = new Set();

  when(isMet) {
    return new Promise((resolve) => {
      this.#open.add({ isMet, resolve });
      this.check();
    });
  }

  check() {
    for (const one of [...this.#open]) {
      if (!one.isMet()) continue;
      this.#open.delete(one);
      one.resolve(Date.now());
    }
  }
}

/** Connects, and shows a few elements. What the gateway is given comes from the test. */
function begin({ token, timings, elements = WIDGETS.length }) {
  const ledger = new Ledger();
  const conditions = new Conditions();
  const http = createHttpGateway({ url: '/api', token: () => token, timings });
  const gateway = watched(http, ledger, conditions);
  const store = createSessionStore({ gateway, clock: http.clock, logger: silentLogger, newId });
  show(store, elements);

  const status = () => store.read(selectConnection)?.status;
  const statuses = [];
  store.select(selectConnection).subscribe((connection) => {
    if (connection) statuses.push(connection.status);
    conditions.check();
  });
  const is = (...wanted) => conditions.when(() => wanted.includes(status()));
  Object.assign(window.chaos, {
    figures: () => ({ ...ledger.figures, latest: ledger.latest, status: status(), statuses, problems }),
    picture: () => pictureOf(store),
    longestStall: () => ledger.stall,
    is,
    has: (number) => conditions.when(() => ledger.latest >= number),
    signIn: () => http.signIn(),
    execute: (wish) => store.execute(wish),
    dispose: () => store.dispose(),
  });
}

/** The gateway, with everything it hands over recorded on its way to the store. */
function watched(http, ledger, conditions) {
  return {
    clock: http.clock,
    execute: (command) => http.execute(command),
    connect: (receiver) =>
      http.connect({
        facts(facts, delivery) {
          receiver.facts(facts, delivery);
          ledger.take(facts);
          conditions.check();
        },
        pending: (command, reply) => receiver.pending(command, reply),
        rejected(reason) {
          ledger.figures.rejected += 1;
          receiver.rejected(reason);
        },
      }),
  };
}

function show(store, count) {
  const provider = document.createElement('session-provider');
  provider.store = store;
  // Nobody looks at a session: then every message counts as unread, and one that came twice shows.
  provider.manualSwitch = true;
  for (let index = 0; index < count; index += 1) {
    const element = document.createElement(WIDGETS[index % WIDGETS.length]);
    element.setAttribute('session-id', `chat-${index % 6}`);
    provider.append(element);
  }
  document.body.append(provider);
}

function pictureOf(store) {
  const ids = Object.values(store.read(selectRoster)).flat();
  const read = (select) => new Map(ids.map((id) => [id, store.read(select(id))]));
  return picture({
    sessions: read(selectSession),
    transcripts: read(selectTranscript),
    users: new Map([[AGENT, store.read(selectUser(AGENT))]]),
  });
}

window.chaos = { begin };

/** Everything in a database of this origin, for the search of secrets. */
window.chaosDump = (name) =>
  new Promise((resolve, reject) => {
    const opening = window.indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = async () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames];
      const all = stores.map(
        (store) =>
          new Promise((done) => {
            const asking = database.transaction(store).objectStore(store).getAll();
            asking.onsuccess = () => done(asking.result);
          }),
      );
      const records = stores.length > 0 ? await Promise.all(all) : [];
      database.close();
      resolve(records);
    };
  });
