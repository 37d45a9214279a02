// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Italic = 'M19 4 10 4M14 20 5 20M15 4 9 20';
