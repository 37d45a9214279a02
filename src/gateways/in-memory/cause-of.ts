/** The command that something comes from, where it comes from one. */
export const causeOf = (causedBy: string | undefined): { readonly causedBy?: string } =>
  causedBy === undefined ? {} : { causedBy };
