import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { mapForStories } from '../../../tools/map-tiles.mjs';
import { linksWithinSite } from './links.mjs';
import { tags } from './manifest.mjs';
import { docs, root, sidebar } from './pages.mjs';
import { withPolicy } from './policy.mjs';

/** What pages link to that are no pages: the machine-readable halves of the contract, and the schema. */
const files = [
  ...readdirSync(join(docs, 'contract'))
    .filter((name) => /\.(json|yaml)$/.test(name))
    .map((name) => ({ from: join(docs, 'contract', name), to: join('contract', name) })),
  { from: join(root, 'schema/configuration.schema.json'), to: 'configuration.schema.json' },
];

export default defineConfig({
  title: 'My Sessions',
  description: 'A personal task workspace for contact-centre agents, in any web page.',
  lang: 'en',
  base: process.env.DOCS_BASE ?? '/',
  srcDir: '..',
  outDir: 'dist',
  rewrites: { 'site/pages/:path(.*)': ':path' },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    config: linksWithinSite,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start' },
      { text: 'Playground', link: '/playground' },
      { text: 'Elements', link: '/elements/' },
      { text: 'Contract', link: '/contract/my-sessions-1' },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tags.has(tag) } } },
  transformHtml: withPolicy,
  buildEnd({ outDir }) {
    for (const { from, to } of files) {
      mkdirSync(join(outDir, to, '..'), { recursive: true });
      copyFileSync(from, join(outDir, to));
    }
  },
  vite: {
    plugins: [mapForStories('elements/')],
    // The package by its own name, and its stories, from the same sources: one page has one copy of each element.
    resolve: {
      alias: [
        { find: /^my-sessions$/, replacement: join(root, 'src/index.ts') },
        { find: /^my-sessions\/define$/, replacement: join(root, 'src/define.ts') },
        { find: /^my-sessions\/define\/([^/]+)$/, replacement: join(root, 'src/components/$1/$1.define.ts') },
        { find: /^my-sessions\/gateways\/([^/]+)$/, replacement: join(root, 'src/gateways/$1/$1.ts') },
      ],
    },
    build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
    server: { fs: { allow: [root] } },
  },
});
