import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import { withPageSettings } from './page-settings.js';
import { showPublicEvents } from './public-events.js';

setCustomElementsManifest(manifest);
showPublicEvents(document);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPageSettings],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      // From the whole to its parts: the workspace, what is in its frame, a session, its widgets; what is behind a button last.
      storySort: {
        order: [
          'Introduction',
          'Tokens',
          'my-sessions',
          'session-provider',
          'session-panel',
          'sessions-list',
          'task-offers',
          'work-items',
          'task-capacity',
          'agent-presence',
          'connection-status',
          'sessions-badge',
          'session-pane',
          'session-controls',
          'session-details',
          'companion-chat',
          'chat-conversation',
          'email-conversation',
          'external-task',
          'message-composer',
          'transcript-view',
          'transcript-tools',
          'live-caption',
          'session-summary',
          'session-notes',
          'codes-tags',
          'conversation-context',
          'embedded-context',
          'session-map',
        ],
      },
    },
  },
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
