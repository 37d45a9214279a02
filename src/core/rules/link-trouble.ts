/** What is wrong with a connection that keeps work away; what the agent has to deal with first stands first. */
export const LINK_TROUBLES = ['signed-out', 'not-an-agent', 'cut-off'] as const;

export type LinkTrouble = (typeof LINK_TROUBLES)[number];
