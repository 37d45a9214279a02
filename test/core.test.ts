import { inOnePage } from './support/one-page.js';

await inOnePage('core');
