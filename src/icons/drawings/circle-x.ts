// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const CircleX = 'M22 12a10 10 0 1 1-20 0 10 10 0 1 1 20 0zM15 9l-6 6M9 9l6 6';
