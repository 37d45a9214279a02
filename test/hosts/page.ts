// A page that defines one element: every tag and every event has its type.
import 'my-sessions/define/task-capacity';

const capacity = document.createElement('task-capacity');
capacity.userId = 'u2';
capacity.compact = true;

const provider = document.createElement('session-provider');
provider.draftHours = 8;
provider.addEventListener('presence-changed', ({ detail }) => {
  const presence: string = detail.presence;
  return presence;
});
document.addEventListener('session-parked', ({ detail }) => {
  const sessionId: string = detail.sessionId;
  return sessionId;
});
window.addEventListener('session-select', (event) => {
  if (event.detail.sessionId === undefined) event.preventDefault();
});
document.querySelector('message-composer')?.addEventListener('message-input', ({ detail }) => {
  const length: number = detail.length;
  return length;
});

// @ts-expect-error -- a boolean
capacity.compact = 'yes';
// @ts-expect-error -- whether it is signed in cannot be set
provider.workspace = undefined;
// @ts-expect-error -- a parked session has no reason
document.addEventListener('session-parked', ({ detail }) => detail.reason);
// @ts-expect-error -- so does that of the window
window.addEventListener('session-parked', ({ detail }) => detail.reason);
// @ts-expect-error -- there is no such element
document.createElement('task-capacities').compact = true;
