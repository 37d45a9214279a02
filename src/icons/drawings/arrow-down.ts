// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const ArrowDown = 'M12 5v14M19 12l-7 7-7-7';
