/** The words of desktop notifications and of what stands before the title of a page. */
export const noticeWords = {
  offer: {
    'audio-video': 'New call',
    im: 'New chat',
    email: 'New email',
    external: 'New external task',
  },
  /** An offer of a modality that nobody here knows. */
  otherOffer: 'New task',
  message: 'New message',
  /** The name of whom it is about and the service. */
  about: (parts: readonly string[]) => parts.join(' · '),
};
