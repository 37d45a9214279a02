// Written by `npm run icons` from Lucide 1.65.0, whose licence is in THIRD-PARTY-NOTICES.md.
export const Menu = 'M4 5h16M4 12h16M4 19h16';
