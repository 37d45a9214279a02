'use client';

import { useEffect, useRef, useState } from 'react';
import type { SessionProvider } from 'my-sessions';
import type {} from 'my-sessions/types/react';
import 'my-sessions/define';
import { createSimulator } from 'my-sessions/gateways/simulator';

export function Desk() {
  const provider = useRef<SessionProvider>(null);
  const [accepted, setAccepted] = useState('');

  // In the browser only: a server has no agent. With a contact centre of your own: createHttpGateway({ url }) of
  // 'my-sessions/gateways/http'. React does not add listeners to custom elements that a server has written, so they are here.
  useEffect(() => {
    const element = provider.current;
    if (!element) return;
    const onAccepted = ({ detail }: HTMLElementEventMap['session-accepted']) => setAccepted(detail.sessionId);
    element.addEventListener('session-accepted', onAccepted);
    element.gateway = createSimulator();
    return () => element.removeEventListener('session-accepted', onAccepted);
  }, []);

  return (
    <session-provider ref={provider}>
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
