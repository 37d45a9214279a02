import type { DesktopPolicy, SoundName } from '../../core/rules/notifying.js';

/** The words of `<notification-settings>`. */
export const notificationSettings = {
  title: 'Notifications',
  sounds: 'Sounds',
  sound: {
    'audio-video': 'A call is offered',
    im: 'A chat is offered',
    email: 'An email is offered',
    external: 'An external task is offered',
    message: 'A customer writes while you look elsewhere',
  } satisfies Readonly<Record<SoundName, string>>,
  try: 'Try',
  /** @param sound which one */
  tryThis: (sound: string) => `Try: ${sound}`,
  volume: 'Volume',
  percent: (figure: number) => `${String(figure)} %`,
  blocked: 'Sound starts after the first click in this page.',
  desktop: 'On the desktop',
  when: 'Show notifications',
  policy: {
    never: 'Never',
    background: 'While you are in another window',
    always: 'Always',
  } satisfies Readonly<Record<DesktopPolicy, string>>,
  /** What they say. */
  content: 'They name the customer and the service, and nothing that was written.',
  permission: {
    granted: 'This browser shows them.',
    default: 'This browser has yet to be asked.',
    denied: 'This browser blocks them. Allow notifications in its settings of this page, beside the address.',
    missing: 'This browser has none for this page.',
  },
  allow: 'Allow',
  inTitle: 'Tell in the title of the page',
  notKept: 'This browser keeps nothing: what you choose here ends with this page.',
  byHost: 'The page around it tells you of what comes.',
  close: 'Close',
};
