/** Codes and tags that a machine proposes for a session. Nothing of it counts until the agent takes it. */
export interface SuggestedDisposition {
  readonly primaryCode?: string;
  readonly secondaryCode?: string;
  readonly tags: readonly string[];
}
