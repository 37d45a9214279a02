// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const CheckCheck = 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16';
