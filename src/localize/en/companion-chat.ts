/** The words of `<companion-chat>`. */
export const companionChat = {
  title: 'Conversation',
  spoken: 'This conversation is spoken: there is nothing to write here.',
  unknownModality: (modality: string) => `Conversations of the kind “${modality}” cannot be shown here.`,
};
