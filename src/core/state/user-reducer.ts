import type { ReportedUsage, UserFact } from '../events/session-event.js';
import type { UserPresence } from '../model/presence.js';

/** What is known of a person's availability. */
export interface UserStatus {
  readonly presence?: UserPresence;
  /** For users other than the signed-in agent. */
  readonly usage?: ReportedUsage;
}

export function userReducer(user: UserStatus | undefined, fact: UserFact): UserStatus {
  switch (fact.type) {
    case 'presence.changed': {
      const { type: _, userId: __, causedBy: ___, at: since, ...presence } = fact;
      return { ...user, presence: { ...presence, since } };
    }
    case 'usage.reported':
      return { ...user, usage: fact.usage };
  }
}
