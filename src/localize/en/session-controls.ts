import type { SessionControl } from '../../core/commands/command.js';

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
  transferTo: 'Transfer to',
  ringsFor: 'rings for',
  acwLeft: 'left',
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
