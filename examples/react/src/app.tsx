import { useState } from 'react';
import type {} from 'my-sessions/types/react';
import 'my-sessions/define';
import { createSimulator } from 'my-sessions/gateways/simulator';

// One for the page, outside of what renders. With a contact centre of your own: createHttpGateway({ url }) of
// 'my-sessions/gateways/http'.
const gateway = createSimulator();

export function App() {
  const [accepted, setAccepted] = useState('');
  return (
    // React 19 sets properties of custom elements, and listens to their events by name.
    <session-provider gateway={gateway} onsession-accepted={({ detail }) => setAccepted(detail.sessionId)}>
      <div className="desk">
        <my-sessions />
        <aside className="crm" aria-label="Customer record">
          <task-capacity />
          <p className="last" role="status">
            {accepted && `Accepted: ${accepted}`}
          </p>
        </aside>
      </div>
    </session-provider>
  );
}
