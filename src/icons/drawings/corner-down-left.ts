// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const CornerDownLeft = 'M20 4v7a4 4 0 0 1-4 4H4M9 10l-5 5 5 5';
