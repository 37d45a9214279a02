// The elements in the JSX of React. React 19 sets properties and hears events; React 18 sets attributes only: there, take
// the components of `my-sessions/react`.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AttributesOf, Beside, ElementOf, Handlers, HostTag, PropertiesOf } from './host-element.js';

type Own<T extends HostTag> = PropertiesOf<T> & AttributesOf<T> & Handlers<T, 'on'>;

/** What JSX takes on an element, such as `MySessionsProps<'task-capacity'>`. */
export type MySessionsProps<T extends HostTag> = Beside<
  Own<T>,
  DetailedHTMLProps<HTMLAttributes<ElementOf<T>>, ElementOf<T>>
>;

type MySessionsElements = { [T in HostTag]: MySessionsProps<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends MySessionsElements {}
  }
}
