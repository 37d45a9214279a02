// A page that a server has rendered takes over what is there, as hosts that hydrate do it: the support before the elements.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import type { SessionProvider } from 'my-sessions';

// All at once, and before the page goes on: what defines elements is loaded after the support.
await Promise.all(Object.values(import.meta.glob('../../src/components/*/*.define.ts')).map((load) => load()));

declare global {
  interface Window {
    /** Gives the provider of the page its contact centre, as a host does that has waited for something. */
    giveGateway: () => Promise<void>;
  }
}

window.giveGateway = async () => {
  const { createSimulator } = await import('my-sessions/gateways/simulator');
  const provider = document.querySelector<SessionProvider>('session-provider');
  if (provider) provider.gateway = createSimulator({ seed: 1, speed: 4 });
};
document.documentElement.dataset.defined = '';
