import type { Sounds } from '../core/ports/sounds.js';
import { PageSounds } from './page-sounds.js';

/** One for the page, whoever wants something to sound. */
export const pageSounds: Sounds = new PageSounds();
