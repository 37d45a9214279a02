const TOPIC = /^v2\.conversations\.(.+)\.transcription$/s;

export const transcriptionTopicOf = (conversationId: string): string =>
  `v2.conversations.${conversationId}.transcription`;

/** Of which conversation a topic tells what is said; undefined for other topics. */
export const transcribedIn = (topic: string): string | undefined => TOPIC.exec(topic)?.[1];
