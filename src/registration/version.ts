declare const __MY_SESSIONS_VERSION__: string | undefined;

/** Of the package, as its `package.json` says. What is run as it stands here has none. */
export const VERSION: string =
  typeof __MY_SESSIONS_VERSION__ === 'undefined' ? 'from its sources' : __MY_SESSIONS_VERSION__;

/** Under this every class of the kit that has a tag says its version, so that two on one page know of each other. */
export const KIT = Symbol.for('my-sessions/version');
