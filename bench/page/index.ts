/** What the page of the benchmark can measure; `run.mjs` calls it from outside. */
export { beginDay, endDay } from './busy-day.js';
export { measureCodes } from './measure-codes.js';
export { measureFacts } from './measure-facts.js';
export { measureList } from './measure-list.js';
export { measureSnapshot } from './measure-snapshot.js';
export { measureTexts } from './measure-texts.js';
export { measureTranscript } from './measure-transcript.js';
export { beginSoak, endSoak, letADayPass, letSessionsPass } from './measure-soak.js';
