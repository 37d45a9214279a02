// What hosts write on an element, in whatever framework: hand-written here, with the names of dist/types/elements.d.ts.
import type { HostElements } from '../dist/types/elements.js';
import type { PublicEventMap } from '../dist/context/acts/act-events.js';

/** One element as hosts see it. `P` are the names of the properties that can be set. */
export interface HostElement<E extends HTMLElement, P extends keyof E, A, V> {
  readonly element: E;
  readonly properties: Partial<Pick<E, P>>;
  readonly attributes: A;
  readonly events: V;
}

export type HostTag = keyof HostElements;

/** The class of an element. */
export type ElementOf<T extends HostTag> = HostElements[T]['element'];

/** What can be set on an element, as a property or as an attribute. */
export type PropertiesOf<T extends HostTag> = HostElements[T]['properties'];
export type AttributesOf<T extends HostTag> = HostElements[T]['attributes'];

/** What can be heard on an element: its own events, and the public ones of whatever is inside it, which bubble. */
export type EventsOf<T extends HostTag> = PublicEventMap & HostElements[T]['events'];

/** A listener for each event of an element, under its name with `Prefix` before it. */
export type Handlers<T extends HostTag, Prefix extends string> = {
  [N in keyof EventsOf<T> & string as `${Prefix}${N}`]?: ((event: EventsOf<T>[N]) => void) | undefined;
};

/** What `More` allows beside what is the element's own. */
export type Beside<Own, More> = Own & Omit<More, keyof Own>;
