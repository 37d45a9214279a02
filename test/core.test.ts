import { inOnePage } from './support/one-page.js';

await inOnePage(import.meta.glob('./core/**/*.test.ts'));
