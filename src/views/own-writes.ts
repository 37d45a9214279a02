import type { LitElement } from 'lit';

/**
 * Through this goes whatever the kit writes into a shadow root of its own after the first time, so that it can be told
 * from what translators and other editors of pages write there. It only writes, until `withstand` is loaded.
 */
export const ownWrites: {
  /** Writes below a place. */
  write: (place: Node | undefined, write: () => void) => void;
  /** Guards an element that has come into the page; absent until `withstand` is loaded. */
  guard?: (element: LitElement) => void;
} = {
  write(_place, write) {
    write();
  },
};
