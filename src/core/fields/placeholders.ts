/** A place in a template that a value takes. */
export interface Placeholder {
  /** As written between the delimiters: `Customer.FirstName`, or a bare name such as `caseId`. */
  readonly name: string;
}

export type TemplatePart = string | Placeholder;

/** The value of a field or parameter, by the name a template uses; undefined while there is none. */
export type Lookup = (name: string) => string | undefined;

const PLACEHOLDER = /\$\(([^()]{1,200})\)|\$?\{([^{}]{1,200})\}/g;

/**
 * A template cut into text and placeholders. Both spellings of the field are read, since authors know one or the other:
 * `$(Customer.FirstName)` (Nimbus) and `{caseId}` or `${caseId}` (Customer Service workspace slugs).
 */
export function partsOf(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(template.slice(end, match.index));
    parts.push({ name: (match[1] ?? match[2] ?? '').trim() });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push(template.slice(end));
  return parts;
}
