import type { SessionCommand } from '../commands/command.js';

/** Whether this makes the session the conversation the agent is in, so that another one must be parked first. */
export const takesFocus = (type: SessionCommand['type']): boolean =>
  type === 'session.accept' || type === 'session.unpark' || type === 'work-item.pick';
