/** Loads what keeps most rows of a long list out of the document: it begins at its beginning. */
export const loadWindow = () => import('./list-window.js');
