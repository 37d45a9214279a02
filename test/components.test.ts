import { inOnePage } from './support/one-page.js';

await inOnePage(import.meta.glob('./components/**/*.test.ts'));
