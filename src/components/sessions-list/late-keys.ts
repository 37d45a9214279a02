/** Loads what goes through a list by keys, beside the first list. */
export const loadKeys = () => import('./list-keys.js');
