// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Info = 'M22 12a10 10 0 1 1-20 0 10 10 0 1 1 20 0zM12 16v-4M12 8h.01';
