import type { Connection } from '../core/state/workspace-state.js';
import type { Strings } from './en.js';

/** Whether what is asked for now has to wait for the backend to be reached again. */
export const isCutOff = (connection: Connection | undefined): boolean =>
  connection !== undefined && connection.status !== 'live';

/** What a pending command waits for. */
export const pendingWord = (connection: Connection | undefined, { common }: Strings): string =>
  isCutOff(connection) ? common.whenConnected : common.saving;
