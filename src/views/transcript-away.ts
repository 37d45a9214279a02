import { html, nothing } from 'lit';
import type { Strings } from '../localize/en.js';
import { transcriptAwayWords } from '../localize/en/transcript-away.js';

/** Why what was said is not here, in a paragraph of its own; nothing where it is. */
export const transcriptAway = (
  away: keyof typeof transcriptAwayWords | undefined,
  { transcriptAway: words = transcriptAwayWords }: Strings,
): unknown => (away === undefined ? nothing : html`<p class="quiet">${words[away]}</p>`);
