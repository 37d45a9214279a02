/** Where IndexedDB may fail, and how. */
export type Spoiling =
  | 'no indexedDB'
  | 'open throws'
  | 'open fails'
  | 'open never answers'
  | 'open is blocked'
  | 'transaction throws'
  | 'get throws'
  | 'get fails'
  | 'get never answers'
  | 'put throws'
  | 'put fails'
  | 'put never answers'
  | 'quota exceeded at the end';

type Method = (...args: unknown[]) => unknown;

/** Makes every use of IndexedDB in this page fail, or the first `times`. Returns what makes it good again. */
export function spoiled(how: Spoiling, times = Number.POSITIVE_INFINITY): () => void {
  let left = times;
  const replaced = (
    target: object,
    name: string,
    spoil: (original: Method, self: unknown, args: unknown[]) => unknown,
  ) => {
    const holder = target as Record<string, Method | undefined>;
    const own = Object.getOwnPropertyDescriptor(target, name);
    const original = holder[name] as Method;
    Object.defineProperty(target, name, {
      configurable: true,
      writable: true,
      value: function (this: unknown, ...args: unknown[]): unknown {
        left -= 1;
        return left < 0 ? original.apply(this, args) : spoil(original, this, args);
      },
    });
    return () => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    };
  };
  const thrown = (): never => {
    throw new DOMException('spoiled', 'InvalidStateError');
  };
  /** A request that nobody ever answers. */
  const silent = (): EventTarget => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as EventTarget;
  const aborting: (original: Method, self: unknown, args: unknown[]) => unknown = (original, self, args) => {
    const request = original.apply(self, args) as IDBRequest;
    request.transaction?.abort();
    return request;
  };
  /** Keeps the transaction busy for as long as it is spoiled, so that nothing is ever through. */
  let isBusy = true;
  const endless: (original: Method, self: unknown, args: unknown[]) => unknown = (original, self, args) => {
    const store = self as IDBObjectStore;
    const spin = (): void => {
      if (!isBusy) return;
      const request = IDBObjectStore.prototype.count.call(store);
      request.onsuccess = spin;
    };
    spin();
    return isBusy ? silent() : original.apply(self, args);
  };
  const factory = IDBFactory.prototype;
  const store = IDBObjectStore.prototype;
  const [, where = ''] = /^(open|transaction|get|put)/.exec(how) ?? [];
  const target = where === 'open' ? factory : where === 'transaction' ? IDBDatabase.prototype : store;
  switch (how) {
    case 'no indexedDB': {
      const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
      return () => Object.defineProperty(globalThis, 'indexedDB', own);
    }
    case 'open throws':
    case 'transaction throws':
    case 'get throws':
    case 'put throws':
      return replaced(target, where, thrown);
    case 'open fails':
    case 'open never answers':
    case 'open is blocked':
      return replaced(factory, 'open', () => {
        const request = silent();
        Object.defineProperty(request, 'error', { value: new DOMException('spoiled', 'UnknownError') });
        const kind = { 'open fails': 'error', 'open is blocked': 'blocked' }[how as string];
        if (kind) setTimeout(() => request.dispatchEvent(new Event(kind)));
        return request;
      });
    case 'get fails':
    case 'put fails':
      return replaced(store, where, aborting);
    case 'get never answers':
    case 'put never answers': {
      const heal = replaced(store, where, endless);
      return () => {
        isBusy = false;
        heal();
      };
    }
    case 'quota exceeded at the end':
      // As browsers do it: the requests succeed, and the transaction is taken back when it is to be written.
      return replaced(store, 'put', (original, self, args) => {
        const request = original.apply(self, args) as IDBRequest;
        request.addEventListener('success', () => {
          request.transaction?.abort();
        });
        return request;
      });
  }
}
