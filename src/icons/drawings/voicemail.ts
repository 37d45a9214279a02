// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Voicemail = 'M10 12a4 4 0 1 1-8 0 4 4 0 1 1 8 0zM22 12a4 4 0 1 1-8 0 4 4 0 1 1 8 0zM6 16 18 16';
