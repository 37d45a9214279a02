// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const UsersRound =
  'M18 21a8 8 0 0 0-16 0M15 8a5 5 0 1 1-10 0 5 5 0 1 1 10 0zM22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3';
