import type { StorybookConfig } from '@storybook/web-components-vite';
import { mapForStories } from '../tools/map-tiles.mjs';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), mapForStories()],
    // Small pages that stories embed would become `data:` addresses, which are not shown.
    build: { ...vite.build, assetsInlineLimit: 0 },
  }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
};

export default config;
