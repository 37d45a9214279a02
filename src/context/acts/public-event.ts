import type { PublicEventDetails } from './act-events.js';

/**
 * Dispatches an event that leaves the shadow roots: the one place that does. It comes from the provider when the element
 * that began the act is gone. Answers false when a host has cancelled it.
 */
export function dispatchPublic<N extends keyof PublicEventDetails>(
  from: HTMLElement,
  name: N,
  detail: PublicEventDetails[N],
  isCancelable = false,
  provider = from,
): boolean {
  return (from.isConnected ? from : provider).dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: isCancelable }),
  );
}
