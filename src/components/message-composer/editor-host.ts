/** Names of customers stand in labels. */
export const LONGEST_LABEL = 300;

/** What the editor asks its host, whenever it needs to know. */
export interface EditorHost {
  readonly isFormatted: boolean;
  readonly isDisabled: boolean;
  readonly submitOn: 'enter' | 'mod-enter';
  readonly attributes: Readonly<Record<string, string>>;
  /** The document or the selection is another one. */
  changed(isText: boolean): void;
  submit(): void;
  /** Answers whether the key was for the host. */
  keyDown(event: KeyboardEvent): boolean;
}
