// The elements in Svelte, 5 (`onsession-parked={…}`) and 4 (`on:session-parked={…}`).
import type { HTMLAttributes } from 'svelte/elements';
import type { AttributesOf, Beside, ElementOf, Handlers, HostTag, PropertiesOf } from './host-element.js';

type Own<T extends HostTag> = PropertiesOf<T> & AttributesOf<T> & Handlers<T, 'on'> & Handlers<T, 'on:'>;

type MySessionsElements = { [T in HostTag]: Beside<Own<T>, HTMLAttributes<ElementOf<T>>> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends MySessionsElements {}
}
