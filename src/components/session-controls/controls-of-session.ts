import type { SessionControl } from '../../core/commands/command.js';
import type { Session } from '../../core/model/session.js';

/** What an agent can ask for with one button. */
export type Verb = SessionControl;

/**
 * What can be done with a session in its state, the most likely first. Speech alone is held: hold keeps the caller on
 * the line, which a chat or mail does not have (Nimbus). An email or external task is ended by completing it.
 */
export function controlsOfSession({ state, modality, afterCallWork }: Session): readonly Verb[] {
  switch (state) {
    case 'offered':
      return ['session.accept', 'session.decline'];
    case 'active':
      return modality === 'audio-video'
        ? ['session.park', 'session.hold', 'session.transfer', 'session.end']
        : ['session.park', 'session.transfer', 'session.end'];
    case 'held':
      return ['session.resume', 'session.park', 'session.transfer', 'session.end'];
    case 'parked':
      return ['session.unpark', 'session.end'];
    case 'after-call-work':
      return [
        ...(afterCallWork?.canFinishEarly ? (['after-call-work.finish'] as const) : []),
        ...(afterCallWork?.canExtend ? (['after-call-work.extend'] as const) : []),
      ];
    case 'accepted':
    case 'unparking':
    case 'transferring':
      return ['session.end'];
    case 'parking':
    case 'ended':
      return [];
    default:
      // A state of a newer backend: ending is the one thing that always makes sense.
      return ['session.end'];
  }
}

/** Whether this verb makes the session the conversation the agent is in, so that another active one must be parked first. */
export const takesFocus = (verb: Verb): boolean => verb === 'session.accept' || verb === 'session.unpark';
