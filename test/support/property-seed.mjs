// Loaded before any test, in a page and in Node. Property tests draw the same in every run: whether it is good depends on
// the code alone, not on a draw of one in a thousand. `npm run test:nightly` draws anew each time, and says from which seed;
// PROPERTY_SEED=… before a command draws from that one.
import * as fc from 'fast-check';

const DAYTIME_SEED = 1;

fc.configureGlobal({ seed: Number(globalThis.PROPERTY_SEED ?? globalThis.process?.env.PROPERTY_SEED ?? DAYTIME_SEED) });
