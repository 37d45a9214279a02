// JSX of Solid.
import type { JSX } from 'solid-js';
import type {} from 'my-sessions/types/solid';
import { createSimulator } from 'my-sessions/gateways/simulator';

const gateway = createSimulator();

export const Page = (): JSX.Element => (
  <session-provider
    prop:gateway={gateway}
    attr:draft-hours={8}
    class="host"
    on:session-parked={(event) => {
      const sessionId: string = event.detail.sessionId;
      return sessionId;
    }}
  >
    <task-capacity compact user-id="u2" />
    <task-offers prop:mode="bar" />
  </session-provider>
);

// @ts-expect-error -- the total only, or not
export const wrongProperty = <task-capacity prop:compact="yes" />;
// @ts-expect-error -- a parked session has no reason
export const wrongEvent = <session-provider on:session-parked={(event) => event.detail.reason} />;
// @ts-expect-error -- no element of the kit
export const wrongTag = <task-capacities />;
