import { createComponent } from '@lit/react';
import * as React from 'react';
import { LOCAL_EVENTS, WISH_EVENTS } from '../context/acts/act-events.js';

const PUBLIC_EVENTS = [...[...Object.values(WISH_EVENTS), ...Object.values(LOCAL_EVENTS)].flat(), 'my-sessions-error'];

/** `session-parked` as React names what hears it: `onSessionParked`. */
const handlerOf = (event: string): string =>
  `on-${event}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

// A server draws and runs no effects; React 18 complains of those that would have to run before its first picture.
const react = { ...React, useLayoutEffect: typeof window === 'undefined' ? React.useEffect : React.useLayoutEffect };

/** An element as a component of React 18 or 19. It hears the public events, of what is inside it as well, and `events`. */
export const wrap = (
  tagName: string,
  displayName: string,
  elementClass: new () => HTMLElement,
  ...events: readonly string[]
): unknown =>
  createComponent({
    react,
    tagName,
    displayName,
    elementClass,
    events: Object.fromEntries([...PUBLIC_EVENTS, ...events].map((event) => [handlerOf(event), event])),
  });
