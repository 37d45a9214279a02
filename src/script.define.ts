import { defineMySessions } from './define-my-sessions.js';

// For pages without a bundler: the whole kit by one script. A page where a tag is taken says so where it loads the kit,
// `<script type="module" src="my-sessions/my-sessions.js" data-prefix="acme-">`, as nothing is there to call.
const own = [...document.querySelectorAll<HTMLScriptElement>('script[data-prefix]')].find(
  ({ src }) => src === import.meta.url,
);
defineMySessions({ prefix: own?.dataset['prefix'] ?? '' });
