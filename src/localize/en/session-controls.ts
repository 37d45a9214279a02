import type { SessionControl } from '../../core/commands/command.js';
import type { PausedByParking } from '../../core/model/parking.js';
import { plural } from '../plural.js';

/** The words of `<session-controls>`. */
export const controlsWords = {
  label: 'Task controls',
  parkFirst: (what: string) => `Park, then ${what.toLowerCase()}`,
  parkFirstHint: (title: string) => `One session is active at a time: ${title} has to be parked first.`,
  /** Why a session was not accepted or taken up: another one could not be parked for it. */
  notParked: (title: string, reason: string) => `${title} could not be parked. ${reason}`,
  notDone: {
    'session.accept': 'Not accepted',
    'session.decline': 'Not declined',
    'session.park': 'Not parked',
    'session.unpark': 'Not unparked',
    'session.hold': 'Not put on hold',
    'session.resume': 'Not resumed',
    'session.end': 'Not ended',
    'session.transfer': 'Not transferred',
    'after-call-work.finish': 'After-call work not finished',
    'after-call-work.extend': 'After-call work not extended',
  } satisfies Record<SessionControl, string>,
  confirmEndParked: 'End this parked task? The customer gets no warning.',
  ringsFor: 'rings for',
  /** What parking interrupts, said before it does. */
  parkPauses: {
    transcription: 'The transcription pauses while the task is parked.',
    supervision: 'The supervision ends and does not come back by itself.',
  } satisfies Record<PausedByParking, string>,
  /** Where a platform does not say why. */
  notNow: 'This cannot be done now.',
  /** Why nothing else is asked for before there is an answer. */
  underway: (verb: string | undefined) =>
    `${verb === undefined ? 'What you did last' : `“${verb}”`} is still on its way: one thing at a time.`,
  extendBy: (duration: string) => `A new count of ${duration} begins; what is left is not added.`,
  extendedOnce: 'After-call work can be extended once.',
  /** Said once or twice, near the end. */
  workEnds: (seconds: number) => `After-call work ends in ${plural(seconds, 'second', 'seconds')}.`,
  runsToItsEnd: 'After-call work of this service runs to its end.',
  workForCallsOnly: 'With task parallelization, only calls that are not parked when they end have after-call work.',
  unparkHint: 'Waiting for you to answer the invitation on your phone or headset.',
};

/** What each button does. */
export const verbWords = {
  'session.accept': 'Accept',
  'session.decline': 'Decline',
  'session.park': 'Park',
  'session.unpark': 'Unpark',
  'session.hold': 'Hold',
  'session.resume': 'Resume',
  'session.end': 'End',
  'session.transfer': 'Transfer',
  'after-call-work.finish': 'Finish',
  'after-call-work.extend': 'Extend',
} satisfies Record<SessionControl, string>;
