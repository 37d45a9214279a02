// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Text = 'M21 5H3M15 12H3M17 19H3';
