// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const ZoomOut = 'M19 11a8 8 0 1 1-16 0 8 8 0 1 1 16 0zM21 21 16.65 16.65M8 11 14 11';
