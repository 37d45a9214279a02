/** Red, green and blue from 0 to 255, and how much of what is behind is covered, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const WHITE: Colour = [255, 255, 255, 1];
const BLACK: Colour = [0, 0, 0, 1];
/** The reader's own colour on a light sheet. */
export const INK: Colour = [32, 30, 38, 1];

const RGB = /^rgba?\((\d+(?:\.\d+)?), (\d+(?:\.\d+)?), (\d+(?:\.\d+)?)(?:, (\d*\.?\d+))?\)$/;

/** A computed colour; undefined for those of other spaces than sRGB, whose light is not plain to see. */
export function colourOf(computed: string): Colour | undefined {
  const [, red, green, blue, alpha = '1'] = RGB.exec(computed) ?? [];
  return red === undefined ? undefined : [Number(red), Number(green), Number(blue), Number(alpha)];
}

export const cssOf = ([red, green, blue]: Colour): string => `rgb(${[red, green, blue].map(Math.round).join(', ')})`;

/** What is seen of a colour that lies over an opaque one. */
export function over(behind: Colour, front: Colour): Colour {
  const mixed = ([0, 1, 2] as const).map((part) => front[part] * front[3] + behind[part] * (1 - front[3]));
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
}

/** WCAG 2.2, relative luminance. */
function lightOf(colour: Colour): number {
  const [red, green, blue] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG 2.2, contrast ratio of two opaque colours. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light, dark] = [lightOf(one), lightOf(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** A colour that can be read on an opaque one: there always is one. */
export const readableOn = (behind: Colour): Colour =>
  [INK, WHITE].find((colour) => contrastOf(colour, behind) >= LEAST_CONTRAST) ?? BLACK;
