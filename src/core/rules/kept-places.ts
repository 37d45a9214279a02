/** A place in which nothing stands any more. */
const FREE = '';

/**
 * Where offers stand after some have come and others gone, so that none moves: each keeps its place, what goes leaves its
 * place free, and what comes takes a free one. What has none comes before all others where room is kept for some (a strip
 * at the foot grows upwards), and after them elsewhere. When all have gone, the next ones stand in their own order.
 *
 * @param places ids from top to bottom; an empty one is a free place
 * @param ids those that there are now, the next to expire first
 * @param kept for so many there is always room
 * @param isPointed whether the pointer is there: then nothing comes into a place that was left, and none is given up
 */
export function keptPlaces(
  places: readonly string[],
  ids: readonly string[],
  kept: number,
  isPointed: boolean,
): readonly string[] {
  const rows = places.map((id) => (ids.includes(id) ? id : FREE));
  if (!isPointed && !rows.some((id) => id !== FREE)) rows.length = 0;
  for (const id of rows.length === 0 ? ids : ids.filter((other) => !rows.includes(other))) {
    const free = isPointed ? -1 : rows.indexOf(FREE);
    if (free >= 0) rows[free] = id;
    else if (rows.length >= kept && kept > 0 && places.length > 0) rows.unshift(id);
    else rows.push(id);
  }
  while (rows.length < kept) rows.push(FREE);
  if (isPointed) return rows;
  if (kept === 0) return rows.filter((id) => id !== FREE);
  while (rows.length > kept && rows[0] === FREE) rows.shift();
  return rows;
}
