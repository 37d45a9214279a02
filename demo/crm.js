import 'my-sessions/define/session-provider';
import 'my-sessions/define/agent-presence';
import 'my-sessions/define/task-capacity';
import 'my-sessions/define/session-controls';
import 'my-sessions/define/session-details';
import 'my-sessions/define/codes-tags';
import 'my-sessions/define/transcript-view';
import { openPage } from './gateway.js';

await openPage();
