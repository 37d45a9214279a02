import 'my-sessions/define';
import { createSimulator } from 'my-sessions/gateways/simulator';

const provider = document.querySelector('session-provider');
const last = document.querySelector('.last');

// A contact centre in the page. With one of your own: createHttpGateway({ url }) of 'my-sessions/gateways/http'.
if (provider) provider.gateway = createSimulator();

// Every act is told afterwards, and asked before: `session-accept` can be prevented.
provider?.addEventListener('session-accepted', ({ detail }) => {
  if (last) last.textContent = `Accepted: ${detail.sessionId}`;
});
