import type { Selection } from '../model/selection.js';

/** Where it outlives a reload what an agent looked at: ids, and nothing of a customer. Neither method throws. */
export interface SelectionMemory {
  recall(agentId: string): Selection | undefined;
  remember(agentId: string, selection: Selection): void;
}
