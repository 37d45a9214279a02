import type { Participant, TranscriptSegment } from '../../src/index.js';
import { someSegments } from './builders.js';

/** A call about a lost card. */
export const aboutACard: readonly TranscriptSegment[] = someSegments(
  'Good morning, I think I left my card in a taxi last night.',
  'I am sorry to hear that. I block it right away, may I have the last four digits?',
  'Four, seven, one, one.',
  'Thank you. It is blocked, nobody can pay with it any more.',
  'And how long until I get a new one? I travel on Friday.',
);

/** What is being said at this moment, and may still change. */
export const interim: TranscriptSegment = {
  id: 'speaking',
  speaker: { id: 'agent', role: 'agent', name: 'Ana Sommer' },
  text: 'I can have it sent to the branch at the',
  isFinal: false,
  offsetMs: 26_000,
};

const customer: Participant = { id: 'customer', role: 'customer', name: '山田 花子' };
const agent: Participant = { id: 'agent', role: 'agent', name: '佐藤' };

export const inJapanese: readonly TranscriptSegment[] = [
  { id: 'ja-1', speaker: customer, text: 'カードの暗証番号を忘れてしまいました。' },
  { id: 'ja-2', speaker: agent, text: 'かしこまりました。ご本人様確認のため、生年月日をお願いいたします。' },
  { id: 'ja-3', speaker: customer, text: '昭和六十年の四月二日です。' },
].map((segment, index) => ({ ...segment, isFinal: true, offsetMs: index * 6000, language: 'ja' }));

export const inArabic: readonly TranscriptSegment[] = [
  {
    id: 'ar-1',
    speaker: { id: 'customer', role: 'customer', name: 'ليلى حداد' } as const,
    text: 'مرحبا، أريد رفع حد بطاقتي إلى 5000.',
  },
  { id: 'ar-2', speaker: { id: 'agent', role: 'agent', name: 'Ana Sommer' } as const, text: 'بكل سرور، ما رقم العقد؟' },
  { id: 'ar-3', speaker: { id: 'customer', role: 'customer', name: 'ليلى حداد' } as const, text: 'LB-20418، شكرا.' },
].map((segment, index) => ({ ...segment, isFinal: true, offsetMs: index * 6000, language: 'ar' }));

const sentences = [
  'Yes.',
  'One moment please, I look that up for you.',
  'The amount was debited twice, once on Monday and then again on Tuesday morning.',
  'I see both bookings. The second one will be cancelled, and you get a letter that says so within a week.',
] as const;

/** A conversation of any length; lines of one to several rows. */
export const aLongConversation = (lines: number): readonly TranscriptSegment[] =>
  someSegments(...Array.from({ length: lines }, (_, index) => `${String(index + 1)}. ${sentences[index % 4] ?? ''}`));
