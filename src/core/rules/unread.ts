const PLUS_FROM = 10;

/** How a number of unread messages is shown: as itself, and from ten on as a plus (Dynamics). */
export const unreadMark = (count: number): string => (count >= PLUS_FROM ? '+' : String(count));
