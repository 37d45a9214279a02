/** The words of `<session-panel>`. */
export const panelWords = {
  title: 'Session panel',
  home: 'Home',
  collapse: 'Show icons only',
  expand: 'Show names',
  resize: 'Width of the session panel',
};
