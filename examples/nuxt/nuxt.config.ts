export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  app: { head: { htmlAttrs: { lang: 'en' }, title: 'My Sessions in Nuxt', link: [{ rel: 'icon', href: 'data:,' }] } },
  css: ['~/page.css'],
  // A page’s own styles come as a file, which the policy lets in as it is.
  features: { inlineStyles: false },
  // A page begins to arrive before it is rendered to its end.
  experimental: { ssrStreaming: true },
  typescript: { strict: true },
  vite: { build: { modulePreload: { polyfill: false } } },
  // The server defines elements, too, for their first pictures: an import without names is not dropped.
  nitro: { moduleSideEffects: ['my-sessions/'] },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } },
  hooks: {
    // What the elements load when it is needed (maps, editors, languages) is not fetched ahead.
    'build:manifest'(manifest) {
      for (const file of Object.values(manifest)) file.prefetch = false;
    },
  },
});
