// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const ArrowUp = 'M5 12l7-7 7 7M12 19V5';
