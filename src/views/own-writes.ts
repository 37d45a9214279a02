/**
 * Through this goes whatever the kit writes into a shadow root of its own after the first time, so that it can be told
 * from what translators and other editors of pages write there. It only writes, until `withstand` is loaded.
 */
export const ownWrites: {
  /** Writes below a place. */
  write: (place: Node | undefined, write: () => void) => void;
  /** Guards an element that has come into the page. */
  guard: (element: HTMLElement) => void;
} = {
  write(_place, write) {
    write();
  },
  guard(element) {
    // Where it cannot be loaded the element is as others are; most pages do nothing to it.
    import('./withstand.js').then(
      ({ guard }) => {
        guard(element);
      },
      () => undefined,
    );
  },
};
