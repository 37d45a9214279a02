/** The words of records that open as sessions of their own. */
export const recordWords = {
  /** On the way to one: what its kind is called, and its title. */
  open: (kind: string, title: string) => `Open ${kind}: ${title}`,
  /** After the button's name. */
  inBackground: (name: string) => `${name}. Shift: in the background`,
  /** Above the records that a session leads to. */
  title: 'Open as a session',
};
