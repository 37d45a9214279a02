/** Shapes of a drawing as the library hands them out, as one path: fewer bytes, and one node for each icon on a page. */
export const pathOf = (shapes) =>
  shapes
    .map(([tag, attributes]) => {
      if (!SHAPES[tag]) throw new Error(`Drawings with a <${tag}> have not been there yet: say how one is a path.`);
      return SHAPES[tag](attributes);
    })
    .join('');

// As SVG 2 says that these shapes are drawn, https://svgwg.org/svg2-draft/shapes.html
const SHAPES = {
  path: ({ d }) => fromItsOwnStart(d),
  circle: ({ cx, cy, r }) => `M${sum(cx, r)} ${cy}a${r} ${r} 0 1 1-${twice(r)} 0 ${r} ${r} 0 1 1 ${twice(r)} 0z`,
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1} ${x2} ${y2}`,
  rect: ({ x, y, width, height, rx = 0, ry = rx }) =>
    [
      `M${sum(x, rx)} ${y}h${difference(width, twice(rx))}a${rx} ${ry} 0 0 1 ${rx} ${ry}`,
      `v${difference(height, twice(ry))}a${rx} ${ry} 0 0 1-${rx} ${ry}`,
      `h-${difference(width, twice(rx))}a${rx} ${ry} 0 0 1-${rx}-${ry}`,
      `v-${difference(height, twice(ry))}a${rx} ${ry} 0 0 1 ${rx}-${ry}z`,
    ].join(''),
};

const NUMBER = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`;
const RELATIVE_START = new RegExp(`^m\\s*(${NUMBER})[\\s,]*(${NUMBER})\\s*(?=(.?))`);

/** A path begins at a place of its own also where another one stands before it: there, `m` would count from its end. */
const fromItsOwnStart = (path) =>
  path.replace(RELATIVE_START, (_, x, y, next) => `M${x} ${y}${/[\d.-]/.test(next) ? 'l' : ''}`);

const rounded = (value) => Number(value.toFixed(4));
const sum = (a, b) => rounded(Number(a) + Number(b));
const difference = (a, b) => rounded(Number(a) - Number(b));
const twice = (value) => rounded(2 * Number(value));
