// The apps of examples/: who builds each, what serves it, and what its framework asks of the policy.

/** What the README asks for, with the policies of trusted types that a framework has of its own. */
export const policyWith = ({ policies = [] }) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "require-trusted-types-for 'script'",
    `trusted-types ${['lit-html', 'dompurify', 'ProseMirrorClipboard', ...policies].join(' ')}`,
  ].join('; ');

/**
 * By the folder of each: the packages whose versions are told (the framework, then the bundler), the folder that its build
 * writes, or the module that serves it at `PORT`, with its arguments; the names of its framework's own policies of trusted
 * types; the version of Node that it asks for, where that is a later one than the package's; and what is written in its
 * elements before any script runs.
 */
export const HOSTS = {
  html: { title: 'Plain HTML', packages: ['vite'], folder: 'dist' },
  react: { title: 'React', packages: ['react', 'vite'], folder: 'dist' },
  vue: { title: 'Vue', packages: ['vue', 'vite'], folder: 'dist', policies: ['vue'] },
  svelte: { title: 'Svelte', packages: ['svelte', 'vite'], folder: 'dist', policies: ['svelte-trusted-html'] },
  angular: {
    title: 'Angular',
    packages: ['@angular/core', '@angular/build'],
    folder: 'dist',
    policies: ['angular', 'angular#bundler'],
  },
  // It sends its policy itself (`proxy.ts`): what it writes into its pages has a nonce.
  next: { title: 'Next, App Router', packages: ['next', 'react'], command: 'node_modules/next/dist/bin/next start' },
  // So does this one (`server/middleware/policy.ts`).
  nuxt: {
    title: 'Nuxt',
    packages: ['nuxt', 'vue'],
    command: '.output/server/index.mjs',
    node: 24,
    firstPictures: { 'my-sessions': 'My Sessions', 'task-capacity': 'Task capacity' },
  },
};
