const PAUSE_MS = 100;

/** Lets the engine take a breath before it is asked again. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
