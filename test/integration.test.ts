import { inOnePage } from './support/one-page.js';

await inOnePage(import.meta.glob('./{integration,controllers}/**/*.test.ts'));
