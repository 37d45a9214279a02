/** Loads what says how the agent stands, beside the presence itself. */
export const loadStanding = () => import('./standing.js');
