// The elements in the JSX of Solid: properties by their names or with `prop:`, attributes also with `attr:`, events with `on:`.
import type { JSX } from 'solid-js';
import type { AttributesOf, Beside, ElementOf, Handlers, HostTag, PropertiesOf } from './host-element.js';

type Prefixed<Names, Prefix extends string> = { [N in keyof Names & string as `${Prefix}${N}`]?: Names[N] };

type Own<T extends HostTag> = PropertiesOf<T> &
  AttributesOf<T> &
  Prefixed<PropertiesOf<T>, 'prop:'> &
  Prefixed<AttributesOf<T>, 'attr:'> &
  Handlers<T, 'on:'>;

type MySessionsElements = { [T in HostTag]: Beside<Own<T>, JSX.HTMLAttributes<ElementOf<T>>> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends MySessionsElements {}
  }
}
