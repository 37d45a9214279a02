// What is loaded when somebody listens.
export { Commands } from './commands.js';
export { Recovery } from './recovery.js';
