import type { KnownModality, SessionProvider } from 'my-sessions';
import 'my-sessions/define';
import { createSimulator, type Simulator } from 'my-sessions/gateways/simulator';

/** A workspace on a contact centre in the page. */
export interface Playroom {
  /** Lets the workspace follow another document while it runs. */
  configure(document: unknown): void;
  offer(modality: KnownModality): void;
  /** Begins another shift. */
  restart(document: unknown): void;
  close(): void;
}

/** @param tell hears what the workspace would have done outside of itself */
export function openPlayroom(place: Element, first: unknown, tell: (what: string) => void): Playroom {
  const provider: SessionProvider = document.createElement('session-provider');
  provider.lang = 'en';
  provider.setAttribute('notifications', 'off');
  const workspace = document.createElement('my-sessions');
  workspace.setAttribute('shortcuts', 'off');
  // A document may be a stranger's: what it opens is said and not opened.
  provider.addEventListener('context-open', (event) => {
    event.preventDefault();
    tell(`A host page would open ${event.detail.url} now.`);
  });
  provider.append(workspace);
  place.replaceChildren(provider);
  let simulator: Simulator;
  const begin = (document: unknown): void => {
    simulator = createSimulator({ scenario: 'at-work', configuration: document });
    provider.gateway = simulator;
  };
  begin(first);
  return {
    configure: (document) => simulator.configure(document),
    offer: (modality) => void simulator.offer(modality),
    restart: begin,
    close: () => provider.remove(),
  };
}
