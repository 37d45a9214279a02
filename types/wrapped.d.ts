// The components of `my-sessions/react`, for React 18 and 19.
import type { ForwardRefExoticComponent, HTMLAttributes, ReactNode, RefAttributes } from 'react';
import type { Beside, ElementOf, EventsOf, HostTag, PropertiesOf } from './host-element.js';

type Pascal<N extends string> = N extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<N>;

type Own<T extends HostTag> = PropertiesOf<T> & {
  [N in keyof EventsOf<T> & string as `on${Pascal<N>}`]?: ((event: EventsOf<T>[N]) => void) | undefined;
};

/** What the component of an element takes: its properties, `onSessionParked` and its like, and what HTML takes. */
export type WrappedProps<T extends HostTag> = Beside<Own<T> & { children?: ReactNode }, HTMLAttributes<ElementOf<T>>>;

export type Wrapped<T extends HostTag> = ForwardRefExoticComponent<WrappedProps<T> & RefAttributes<ElementOf<T>>>;
