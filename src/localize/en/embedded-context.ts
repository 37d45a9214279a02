/** The words of `<embedded-context>`. */
export const embeddedContext = {
  title: 'Embedded context',
  none: 'This service shows no page here.',
  open: 'Open in a new tab',
  goIn: 'Go into the page',
  loading: (host: string) => `Waiting for ${host}…`,
  silent: (host: string) => `${host} does not answer.`,
  forbidden: (host: string) =>
    `This page is not allowed to show ${host}. Whoever runs it can add that site to its security policy (frame-src).`,
  flooding: (host: string) =>
    `${host} sent so many messages that this page would have stopped, so it was closed. What was typed there and not saved is gone.`,
  heldBack: (host: string) =>
    `${host} keeps taking the keyboard from where you write, so it is hidden until you stop. Nothing in it is lost.`,
  insecure: 'Only secure pages (https) can be shown here.',
  ownPage: 'This address leads back to the page you are on, so it was closed.',
  nothingToSee: 'Nothing to see? Some sites forbid being shown inside other pages.',
  unsaved: 'Input not saved',
  moved: 'The address of this page has changed. Loading it anew loses what is typed and not saved.',
  reload: 'Load the new address',
  letGo: (titles: string) => `Closed to make room: ${titles}. What was typed there and not saved is gone.`,
};
