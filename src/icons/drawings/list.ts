// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const List = 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13';
