import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import tags from 'my-sessions/custom-elements.json' with { type: 'json' };

// The elements of the kit, and no component of this app.
const ownTags = new Set(tags.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName)));

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => ownTags.has(tag) } } })],
  build: { modulePreload: { polyfill: false } },
});
