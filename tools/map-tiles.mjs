// A map source of our own for host pages, stories and tests: a made-up country, drawn by arithmetic.

const SIZE = 256;
const DEEPEST = 22;
const TILE = /^\/tiles\/(\d{1,2})\/(\d{1,8})\/(\d{1,8})\.svg$/;

/** The towns and streets that the simulator's customers live in; their squares on the map are ours. */
const PLACES = new Map([
  ['utrecht', [52.0907, 5.1214]],
  ['lyon', [45.764, 4.8357]],
  ['ghent', [51.0543, 3.7174]],
  ['bristol', [51.4545, -2.5879]],
  ['bath', [51.3811, -2.359]],
  ['wharf street 9, bristol', [51.4482, -2.5991]],
  ['canal row 22, bristol', [51.4513, -2.5832]],
  ['mill lane 3, bath', [51.3796, -2.3672]],
]);

/** A number from 0 to 1 that belongs to a place on the grid. */
function noise(...numbers) {
  let hash = 2166136261;
  for (const number of numbers) hash = Math.imul(hash ^ number, 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** Roads meet at the borders of tiles, for where one crosses a border belongs to the border. */
const crossing = (z, x, y, side) => Math.round(32 + noise(z, x, y, side) * (SIZE - 64));

/** One tile as an SVG drawing, named by its numbers. Attributes only: a strict page allows no styles in it. */
export function drawTile(z, x, y) {
  const west = crossing(z, x, y, 1);
  const east = crossing(z, x + 1, y, 1);
  const north = crossing(z, x, y, 2);
  const south = crossing(z, x, y + 1, 2);
  const road = `M0 ${west}C96 ${west} 160 ${east} ${SIZE} ${east}M${north} 0C${north} 96 ${south} 160 ${south} ${SIZE}`;
  const blocks = [0, 1, 2, 3, 4].map((index) => {
    const left = Math.round(noise(z, x, y, 10 + index) * 200);
    const top = Math.round(noise(z, x, y, 20 + index) * 200);
    const fill = noise(z, x, y, 30 + index) < 0.4 ? '#cfe3c4' : '#e3ddd2';
    return `<rect x="${left}" y="${top}" width="44" height="32" rx="4" fill="${fill}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
<rect width="${SIZE}" height="${SIZE}" fill="#f3f0e9"/>${blocks.join('')}
<path d="${road}" fill="none" stroke="#d3cbbb" stroke-width="14"/><path d="${road}" fill="none" stroke="#fff" stroke-width="10"/>
<text x="8" y="${SIZE - 8}" font-family="sans-serif" font-size="11" fill="#6f6859">${z}/${x}/${y}</text></svg>
`;
}

/** Answers as Nominatim does. */
function findPlaces(query) {
  const address = query.trim().toLowerCase();
  const found = PLACES.get(address) ?? PLACES.get(address.split(',').at(-1).trim());
  return found ? [{ lat: String(found[0]), lon: String(found[1]), display_name: query }] : [];
}

/** Tiles at `/tiles/{z}/{x}/{y}.svg`, places at `/places?q={address}`; undefined for anything else. */
export function answerMap(url) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname === '/places') {
    const body = JSON.stringify(findPlaces(searchParams.get('q') ?? ''));
    return { type: 'application/json; charset=utf-8', body };
  }
  const [z, x, y] = (TILE.exec(pathname) ?? []).slice(1).map(Number);
  const isTile = z <= DEEPEST && x < 2 ** z && y < 2 ** z;
  return isTile ? { type: 'image/svg+xml', body: drawTile(z, x, y) } : undefined;
}

/** The same for a server of Node, mounted at a path. */
export function mapListener(request, response) {
  const answer = answerMap(request.url);
  response.statusCode = answer ? 200 : 404;
  if (answer) response.setHeader('Content-Type', answer.type);
  response.end(answer?.body);
}

/** What stories show, in a build of Storybook that no server of ours serves: the tiles around Bath and its place. */
function storyFiles() {
  const files = [{ fileName: 'map/places', source: answerMap('/places?q=bath').body }];
  const [latitude, longitude] = PLACES.get('bath');
  for (let z = 13; z <= 17; z += 1) {
    const column = Math.floor(((longitude + 180) / 360) * 2 ** z);
    const row = Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
    for (let x = column - 4; x <= column + 4; x += 1)
      for (let y = row - 2; y <= row + 2; y += 1)
        files.push({ fileName: `map/tiles/${z}/${x}/${y}.svg`, source: drawTile(z, x, y) });
  }
  return files;
}

/**
 * Vite's part: serves the map at `/map` to stories, and leaves what they show in a build of them, in the folder of the pages
 * that show it.
 */
export const mapForStories = (folder = '') => ({
  name: 'map-for-stories',
  configureServer({ middlewares }) {
    middlewares.use('/map', mapListener);
  },
  generateBundle() {
    for (const { fileName, source } of storyFiles())
      this.emitFile({ type: 'asset', fileName: `${folder}${fileName}`, source });
  },
});

/** Where a host that mounts `mapListener` at `base` finds maps: the part of a configuration that says so. */
export const mapConfiguration = (base) => ({
  tiles: `${base}/tiles/{z}/{x}/{y}.svg`,
  geocoder: `${base}/places?q={address}`,
  attribution: 'A made-up map, drawn by this server',
  maxZoom: DEEPEST,
});
