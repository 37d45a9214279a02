// The components of `my-sessions/react`, in React 18 and 19.
import { useRef } from 'react';
import type { JSX } from 'react';
import { createSimulator } from 'my-sessions/gateways/simulator';
import { MessageComposer, SessionProvider, TaskCapacity } from 'my-sessions/react';

const gateway = createSimulator();

export function Page(): JSX.Element {
  const provider = useRef<HTMLElementTagNameMap['session-provider']>(null);
  return (
    <SessionProvider
      ref={provider}
      gateway={gateway}
      draftHours={8}
      onSessionParked={({ detail }) => {
        const sessionId: string = detail.sessionId;
        return sessionId;
      }}
      onMySessionsError={({ detail }) => detail.tag}
    >
      <TaskCapacity compact userId="u2" className="host" style={{ inlineSize: 300 }} />
      <MessageComposer onMessageInput={({ detail }) => detail.length} />
    </SessionProvider>
  );
}

// @ts-expect-error -- the total only, or not
export const wrongProperty = <TaskCapacity compact="yes" />;
// @ts-expect-error -- a parked session has no reason
export const wrongEvent = <SessionProvider onSessionParked={({ detail }) => detail.reason} />;
// @ts-expect-error -- no event of the kit
export const wrongName = <SessionProvider onSessionPark3d={() => undefined} />;
