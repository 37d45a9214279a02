// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const ReplyAll = 'M12 17l-5-5 5-5M22 18v-2a4 4 0 0 0-4-4H7M7 17l-5-5 5-5';
