import * as v from 'valibot';
import { version } from './envelope-schemas.js';
import { object } from './own-object.js';
import type { Reading } from './reading.js';
import { readVersioned } from './reading.js';

/** That an agent writes, or has stopped. */
export interface TypingNote {
  readonly sessionId: string;
  readonly isTyping: boolean;
}

/** The body of `POST /typing`. */
const typingSchema = object({
  v: version,
  sessionId: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  isTyping: v.boolean(),
});

export const readTyping = (body: unknown): Reading<TypingNote> => readVersioned(typingSchema, body);
