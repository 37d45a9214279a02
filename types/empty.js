// Types only: who imports one of them as a module gets an empty one.
export {};
