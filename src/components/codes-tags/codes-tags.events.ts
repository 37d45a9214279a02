/** What `codes-change` is about: an id is chosen, null cleared; the code that is not named stays. */
export interface CodesChange {
  readonly sessionId: string;
  readonly primary?: string | null;
  readonly secondary?: string | null;
}

/** What `tags-change` is about: all tags that the session is to have. */
export interface TagsChange {
  readonly sessionId: string;
  readonly tags: readonly string[];
}

declare global {
  interface HTMLElementEventMap {
    'codes-change': CustomEvent<CodesChange>;
    'tags-change': CustomEvent<TagsChange>;
  }
}
