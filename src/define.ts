import './components/my-sessions/my-sessions.tag.js';
import './components/session-provider/session-provider.define.js';
import { soon } from './context/soon.js';

// What a host writes elsewhere in its page, if anything, is not the workspace that is waited for. Where this cannot be
// loaded, that stays as it is, and all else goes on.
soon(() => import('./every-tag.define.js')).catch(() => undefined);
