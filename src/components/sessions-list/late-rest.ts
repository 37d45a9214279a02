/** Loads what the first sight of a list can do without, beside the first list. */
export const loadRest = () => import('./list-rest.js');
