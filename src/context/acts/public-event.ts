import type { PublicEventDetails } from './act-events.js';

/**
 * Dispatches an event that leaves the shadow roots: the one place that does. It comes from the provider when the element
 * that began the act is gone. Answers false when a host has cancelled it.
 */
export function dispatchPublic<N extends keyof PublicEventDetails>(
  from: HTMLElement,
  provider: HTMLElement | undefined,
  name: N,
  detail: PublicEventDetails[N],
  isCancelable = false,
): boolean {
  return (from.isConnected ? from : (provider ?? from)).dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: isCancelable }),
  );
}
