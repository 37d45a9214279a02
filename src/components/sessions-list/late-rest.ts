import { painted } from '../../context/painted.js';

/** Loads what the first sight of a list can do without, when it has been seen. */
export const loadRest = () => painted().then(() => import('./list-rest.js'));
