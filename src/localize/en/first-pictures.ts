/**
 * What stands in an element that a server has rendered, until its page has a workspace: what it is called. Elements that
 * show nothing while there is nothing to say are not named.
 */
export const firstPictures: Readonly<Record<string, string>> = {
  'agent-presence': 'Presence',
  'chat-conversation': 'Chat',
  'codes-tags': 'Codes and tags',
  'companion-chat': 'Conversation',
  'conversation-context': 'Conversation context',
  'email-conversation': 'Email',
  'embedded-context': 'Embedded context',
  'external-task': 'External task',
  'live-caption': 'Live captions',
  'message-composer': 'Message',
  'my-sessions': 'My Sessions',
  'notification-settings': 'Notifications',
  'session-controls': 'Session controls',
  'session-details': 'Session details',
  'session-map': 'Map',
  'session-notes': 'Notes',
  'session-pane': 'Session',
  'session-panel': 'Sessions',
  'session-summary': 'Summary',
  'sessions-list': 'Sessions',
  'task-capacity': 'Task capacity',
  'transcript-tools': 'Transcript tools',
  'transcript-view': 'Transcript',
  'work-items': 'Work items',
};
