import type { ReactiveControllerHost } from 'lit';
import { loadAgain } from './load-again.js';

const loaded = new Map<unknown, unknown>();
/** What is asked for now, once for all elements that wait for it. */
const asked = new Map<unknown, Promise<unknown>>();

function ask<P>(load: () => Promise<P>): Promise<P> {
  const asking = (asked.get(load) as Promise<P> | undefined) ?? loadAgain(load).finally(() => asked.delete(load));
  asked.set(load, asking);
  return asking;
}

/**
 * A part of an element that is loaded beside its first sight; undefined until it is here, then the element is rendered
 * again. One that could not be loaded is tried again a few times, and then with the next rendering.
 *
 * @param load the same function for the same part
 */
export function latePart<P>(
  load: () => Promise<P>,
  host: Pick<ReactiveControllerHost, 'requestUpdate'>,
): P | undefined {
  const part = loaded.get(load) as P | undefined;
  if (!part)
    ask(load).then(
      (own) => {
        loaded.set(load, own);
        host.requestUpdate();
      },
      () => undefined,
    );
  return part;
}
