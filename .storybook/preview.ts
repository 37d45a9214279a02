import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import { withPageSettings } from './page-settings.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPageSettings],
  parameters: { a11y: { test: 'error' }, controls: { expanded: true } },
  initialGlobals: { colorScheme: 'light', direction: 'ltr' },
  globalTypes: {
    colorScheme: {
      description: 'Colour scheme of the page',
      toolbar: { icon: 'mirror', dynamicTitle: true, items: ['light', 'dark'] },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { icon: 'transfer', dynamicTitle: true, items: ['ltr', 'rtl'] },
    },
  },
};

export default preview;
