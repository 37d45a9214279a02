import type { AllStrings } from '../all-strings.js';
import type { Grammar } from '../grammar.js';
import { agent } from './agent.js';
import { conversation } from './conversation.js';
import { details } from './details.js';
import { everywhere } from './everywhere.js';
import { session } from './session.js';
import { widgets } from './widgets.js';
import { writing } from './writing.js';

/** All words in Arabic. Verbal nouns in place of imperatives: they fit whoever reads. */
export const arabic = (grammar: Grammar): AllStrings => ({
  ...everywhere(grammar),
  ...agent(grammar),
  ...session(grammar),
  ...details(grammar),
  ...widgets(grammar),
  ...conversation(grammar),
  ...writing(grammar),
});
