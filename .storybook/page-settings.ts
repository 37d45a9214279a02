import type { Decorator } from '@storybook/web-components-vite';

/** Gives the page around a story the colour scheme and the direction chosen in the toolbar. */
export const withPageSettings: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.style.colorScheme = String(globals['colorScheme']);
  page.style.backgroundColor = 'Canvas';
  page.style.color = 'CanvasText';
  page.dir = String(globals['direction']);
  return story();
};
