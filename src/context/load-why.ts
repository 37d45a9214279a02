/** Loads what says why no work comes: ahead of the need, because it is needed when the network is gone. */
export const loadWhy = () => import('./why.js');
