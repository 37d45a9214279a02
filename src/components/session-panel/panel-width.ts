/** How wide the panel may be, in px, and how far a key moves its edge. */
export const WIDTHS = { min: 200, max: 440, standard: 264, step: 16 } as const;

/** A width in px that the panel can have; the standard one for what is none. */
export const widthOf = (wanted: unknown): number =>
  typeof wanted === 'number' && Number.isFinite(wanted)
    ? Math.round(Math.min(WIDTHS.max, Math.max(WIDTHS.min, wanted)))
    : WIDTHS.standard;

/**
 * Where a key moves the edge.
 *
 * @param isRtl whether the panel stands at the right, so that the left arrow makes it wider
 * @returns undefined for a key that moves nothing
 */
export function widthAfter(key: string, width: number, isRtl: boolean): number | undefined {
  const wider = isRtl ? -WIDTHS.step : WIDTHS.step;
  const target = new Map([
    ['ArrowRight', width + wider],
    ['ArrowLeft', width - wider],
    ['Home', WIDTHS.min],
    ['End', WIDTHS.max],
  ]).get(key);
  return target === undefined ? undefined : widthOf(target);
}
