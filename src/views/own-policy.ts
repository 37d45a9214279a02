/** What trusted types are asked for here. */
interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface Realm {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
}

let chosen: string | undefined;
const policies = new WeakMap<object, Policy>();

/**
 * Has the kit make HTML under one name of the host's choice, in place of `dompurify` (mails) and `ProseMirrorClipboard`
 * (formatted pastes): `trusted-types lit-html acme-html`. Call it before the first mail or composer is shown.
 *
 * @param name as a policy may be called: letters, digits and `-#=_/@.%`
 */
export function nameTrustedTypesPolicy(name: string): void {
  chosen = name;
}

/**
 * The policy by the name that the host has chosen, one for each window; undefined where it has chosen none, and where
 * there are no trusted types. Throws where the page does not allow it.
 */
export function ownPolicy(realm: Window): Policy | undefined {
  const { trustedTypes } = realm as Realm;
  if (chosen === undefined || !trustedTypes) return undefined;
  const policy = policies.get(trustedTypes) ?? trustedTypes.createPolicy(chosen, AS_IT_IS);
  policies.set(trustedTypes, policy);
  return policy;
}

/** What it is given has been read, or is about to be, by what lets nothing through: see who calls it. */
const AS_IT_IS: Policy = { createHTML: (html) => html, createScriptURL: (url) => url };
