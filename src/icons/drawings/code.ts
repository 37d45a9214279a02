// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Code = 'M16 18l6-6-6-6M8 6l-6 6 6 6';
