// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const X = 'M18 6 6 18M6 6l12 12';
