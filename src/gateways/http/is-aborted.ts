/** Asked anew after every wait, where the compiler would still believe the answer of before. */
export const isAborted = (signal: AbortSignal): boolean => signal.aborted;
