declare module '@storybook/web-components/entry-preview';

// Generated, so a fresh clone has none yet.
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
