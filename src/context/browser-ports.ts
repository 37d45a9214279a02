import type { Clock } from '../core/ports/clock.js';
import { steadyTime } from '../core/ports/steady-time.js';
import type { Logger } from '../core/ports/logger.js';
import type { SelectionMemory } from '../core/ports/selection-memory.js';
import type { Selection } from '../core/model/selection.js';

/**
 * Time for gateways that bring no clock of their own: the machine's time when the page loaded, then monotonic, so that
 * a clock that is set right while the page is open moves no duration, and a sleep counts as time.
 */
export function createBrowserClock(): Clock {
  return {
    now: steadyTime(
      () => Date.now(),
      () => performance.now(),
    ),
  };
}

const logTo =
  (level: 'warn' | 'error'): Logger['warn'] =>
  (message, detail) => {
    console[level](`my-sessions: ${message}`, ...(detail === undefined ? [] : [detail]));
  };

export const consoleLogger: Logger = { warn: logTo('warn'), error: logTo('error') };

/** What each agent has chosen in this tab of the browser; nothing where pages may keep nothing. It is read as it stands. */
export const tabSetting = <T>(name: string) => ({
  recall(agentId: string): T | undefined {
    try {
      const kept = sessionStorage.getItem(`my-sessions/${name}/${agentId}`);
      // No error is thrown for what is not there: that would take a page a millisecond of its start.
      return kept ? (JSON.parse(kept) as T) : undefined;
    } catch {
      return undefined;
    }
  },
  remember(agentId: string, value: T): void {
    try {
      sessionStorage.setItem(`my-sessions/${name}/${agentId}`, JSON.stringify(value));
    } catch {
      // The storage is refused or full.
    }
  },
});

/** What was looked at last: whoever uses it asks whether there is such a session. */
export const tabMemory: SelectionMemory = tabSetting<Selection>('view');

/** How the session panel stands; either may be anything that once was written. */
export interface PanelSetting {
  readonly isCollapsed?: unknown;
  readonly width?: unknown;
}

export const panelMemory = tabSetting<PanelSetting>('panel');
