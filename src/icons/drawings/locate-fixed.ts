// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const LocateFixed =
  'M2 12 5 12M19 12 22 12M12 2 12 5M12 19 12 22M19 12a7 7 0 1 1-14 0 7 7 0 1 1 14 0zM15 12a3 3 0 1 1-6 0 3 3 0 1 1 6 0z';
