import type { SessionControl } from '../../core/commands/command.js';

/** The words of `<session-controls>`. */
export const controlsWords = {
  label: 'Task controls',
  parkFirst: (what: string) => `Park, then ${what.toLowerCase()}`,
  parkFirstHint: (title: string) => `One session is active at a time: ${title} has to be parked first.`,
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
