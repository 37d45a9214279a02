/**
 * A system field or custom parameter of a session. Integrations fill parameters asynchronously, often after the agent
 * has accepted, so "not here yet" is a state of its own:
 *
 * - `pending`: expected, may still arrive;
 * - `value`: here;
 * - `empty`: the integration answered that there is none;
 * - `not-available`: it will not come (integration failed, or context data was not stored for an ended session).
 */
export type Parameter =
  | { readonly name: string; readonly state: 'pending' | 'empty' }
  | { readonly name: string; readonly state: 'value'; readonly value: string }
  | { readonly name: string; readonly state: 'not-available'; readonly reason?: string };
