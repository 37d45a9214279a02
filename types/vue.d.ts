// The elements in templates of Vue 3. The compiler has to know that they are no components:
// `isCustomElement: (tag) => tag.includes('-')`.
import type { HTMLAttributes, PublicProps } from 'vue';
import type { AttributesOf, Beside, ElementOf, EventsOf, Handlers, HostTag, PropertiesOf } from './host-element.js';

type Pascal<N extends string> = N extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<N>;

type Listeners<T extends HostTag> = {
  [N in keyof EventsOf<T> & string as `on${Pascal<N>}`]?: ((event: EventsOf<T>[N]) => void) | undefined;
} & Handlers<T, 'on'>;

type Own<T extends HostTag> = PropertiesOf<T> & AttributesOf<T> & Listeners<T>;

/** An element as templates see it. */
export type MySessionsElement<T extends HostTag> = new () => ElementOf<T> & {
  /** For templates only. */
  readonly $props: Beside<Own<T>, HTMLAttributes & PublicProps>;
};

type MySessionsElements = { [T in HostTag]: MySessionsElement<T> };

declare module 'vue' {
  interface GlobalComponents extends MySessionsElements {}
}
