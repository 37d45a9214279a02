/** Loads what tells screen readers what happens: nothing does before the first session is there. */
export const loadAnnouncer = () => import('./announcer.js');
