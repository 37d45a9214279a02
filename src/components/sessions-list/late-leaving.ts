/** Loads what lets cards be left, beside the first list: a way out can wait for the first sight. */
export const loadLeaving = () => import('./leaving-cards.js');
