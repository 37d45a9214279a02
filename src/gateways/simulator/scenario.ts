import type { Dialogue } from '../in-memory/dialogue.js';
import { cardCalls } from './dialogues/cards.js';
import { orderChats } from './dialogues/orders.js';
import { otherCalls } from './dialogues/other-calls.js';
import { writtenTasks } from './dialogues/tasks.js';

/**
 * How a simulation begins and goes on:
 *
 * - `shift`: the agent has just come; tasks arrive as capacity allows;
 * - `at-work`: as `shift`, amid work: a call that is transcribed, a parked chat whose customer has written again, and a
 *   parked mail are there from the first moment, and the next offer comes within seconds;
 * - `quiet`: nothing comes by itself, only what is asked for.
 */
export const SCENARIOS = ['shift', 'at-work', 'quiet'] as const;

export type Scenario = (typeof SCENARIOS)[number];

/** Every dialogue of the built-in scenario. */
export const dialogues: readonly Dialogue[] = [...cardCalls, ...orderChats, ...writtenTasks, ...otherCalls];
