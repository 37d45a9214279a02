/** What is said of a session of which nothing was kept, wherever it is missed. */
export const notKept = 'The context data of this session was not kept.';
