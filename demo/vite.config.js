import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The host pages, which use the package by its name: what they get is what is exported from its `dist`. */
export default defineConfig({
  root: here,
  base: './',
  // Other folders keep away: a page cannot read the sources.
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: `${here}dist`,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000, // kB: the SDKs of vendors, for pages that ask for them
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: `${here}index.html`, crm: `${here}crm.html` } },
  },
});
