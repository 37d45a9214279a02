import { elements } from '../manifest.mjs';

export default { load: () => elements.map(({ tagName, summary }) => ({ tag: tagName, summary })) };
