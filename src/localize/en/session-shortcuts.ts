/** The words of `<session-shortcuts>`. */
export const sessionShortcuts = {
  title: 'Keyboard shortcuts',
  act: {
    'next-session': 'Next session',
    'previous-session': 'Previous session',
    switch: 'The session that has started meanwhile',
    'accept-offer': 'Accept the offer that is looked at, or the next one',
    'decline-offer': 'Decline the offer that is looked at, or the next one',
    park: 'Park or unpark the session',
    hold: 'Hold the call, or resume it',
    transfer: 'Transfer the session',
    end: 'End the session, or finish its after-call work',
    leave: 'Leave the session: end, release or hide it',
    'next-tab': 'Next tab of the session',
    'first-tab': 'First tab of the session',
    write: 'Write a message or an answer',
    codes: 'Go to codes and tags',
    controls: 'Go to the buttons of the session',
    list: 'Go to the list of sessions',
    home: 'Home',
    presence: 'Go to your presence',
    help: 'Show this list',
  },
  /** Why nothing happened, after the act it was to be. */
  notNow: (act: string) => `${act}: not possible now.`,
  /** What keys are called that are held down. */
  modifier: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Meta' },
  modifierOfApple: { Control: 'Control', Alt: 'Option', Shift: 'Shift', Meta: 'Command' },
  frames: 'Inside a framed page, keys belong to that page.',
  close: 'Close',
};
