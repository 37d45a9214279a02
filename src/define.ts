import './components/my-sessions/my-sessions.tag.js';
import './components/session-provider/session-provider.define.js';
import { consoleLogger } from './context/browser-ports.js';
import { ELSEWHERE } from './registration/elsewhere.js';

// What a host writes elsewhere in its page, if anything, is not the workspace that is waited for. Where this cannot be
// loaded, that stays as it is, the console is told, and all else goes on.
// Asked for while this script runs, a browser would note where in it, and read it again for that.
queueMicrotask(() => {
  import('./every-tag.define.js').catch((error: unknown) => {
    consoleLogger.error(ELSEWHERE, error);
  });
});
