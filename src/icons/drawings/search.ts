// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Search = 'M21 21l-4.34-4.34M19 11a8 8 0 1 1-16 0 8 8 0 1 1 16 0z';
