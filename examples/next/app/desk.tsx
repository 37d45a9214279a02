'use client';

import { useEffect, useRef, useState } from 'react';
import type { SessionProvider } from 'my-sessions';
import 'my-sessions/define';
import { createSimulator } from 'my-sessions/gateways/simulator';

export function Desk() {
  const provider = useRef<SessionProvider>(null);
  const [accepted, setAccepted] = useState('');

  // In the browser only: a server has no agent. With a contact centre of your own: createHttpGateway({ url }) of
  // 'my-sessions/gateways/http'.
  useEffect(() => {
    if (provider.current) provider.current.gateway = createSimulator();
  }, []);

  return (
    <session-provider
      ref={provider}
      onsession-accepted={({ detail }: HTMLElementEventMap['session-accepted']) => setAccepted(detail.sessionId)}
    >
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
