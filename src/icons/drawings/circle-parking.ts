// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const CircleParking = 'M9 12h4a2 2 0 0 0 0-4H9.5a.5.5 0 0 0-.5.5V16M22 12a10 10 0 1 1-20 0 10 10 0 1 1 20 0z';
