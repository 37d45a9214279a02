/**
 * Does something as soon as what runs now is done. So are modules asked for in what a script does while it starts a page:
 * a browser notes where in the code that is, and reads anew every function that is underway, which is the whole script.
 */
export const soon = <T>(act: () => Promise<T>): Promise<T> => Promise.resolve().then(act);
