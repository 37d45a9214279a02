import type { ReactiveControllerHost } from 'lit';

const loaded = new Map<unknown, unknown>();

/**
 * A part of an element that is loaded beside its first sight; undefined until it is here, then the element is rendered
 * again. One that could not be loaded is tried again with the next rendering.
 *
 * @param load the same function for the same part
 */
export function latePart<P>(
  load: () => Promise<P>,
  host: Pick<ReactiveControllerHost, 'requestUpdate'>,
): P | undefined {
  const part = loaded.get(load) as P | undefined;
  if (!part)
    load().then(
      (own) => {
        loaded.set(load, own);
        host.requestUpdate();
      },
      () => undefined,
    );
  return part;
}
