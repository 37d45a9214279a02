import { inOnePage } from './support/one-page.js';

await inOnePage(import.meta.glob('./{context,effects,registration,rich-text,views}/**/*.test.ts'));
