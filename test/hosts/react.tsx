// JSX of React, 18 and 19, with the tags themselves.
import type { JSX } from 'react';
import type { MySessionsProps } from 'my-sessions/types/react';
import { createSimulator } from 'my-sessions/gateways/simulator';

const gateway = createSimulator();
const capacity: MySessionsProps<'task-capacity'> = { compact: true, 'user-id': 'u2' };

export const Page = (): JSX.Element => (
  <session-provider
    gateway={gateway}
    draft-hours={8}
    className="host"
    onsession-parked={(event) => {
      const sessionId: string = event.detail.sessionId;
      return sessionId;
    }}
    onClick={(event) => event.currentTarget.selectedId}
  >
    <task-capacity {...capacity} key="capacity" without-why />
    <task-offers mode="bar" />
    <my-sessions shortcuts={{ park: 'F8', transfer: null }} />
  </session-provider>
);

// @ts-expect-error -- the total only, or not
export const wrongProperty = <task-capacity compact="yes" />;
// @ts-expect-error -- a number, or one that is written
export const wrongAttribute = <session-provider draft-hours="long" />;
// @ts-expect-error -- there is no such mode
export const wrongMode = <task-offers mode="wide" />;
// @ts-expect-error -- a parked session has no reason
export const wrongEvent = <session-provider onsession-parked={(event) => event.detail.reason} />;
// @ts-expect-error -- no element of the kit
export const wrongTag = <task-capacities />;
