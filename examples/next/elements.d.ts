import 'react';

// What JSX may write; properties and events are named by the elements' own documentation.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'session-provider': Record<string, unknown>;
      'my-sessions': Record<string, unknown>;
      'task-capacity': Record<string, unknown>;
    }
  }
}
