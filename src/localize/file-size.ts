import { nearestLocale } from './nearest-locale.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes as people read it; undefined for what is no number of bytes. */
export function fileSize(bytes: number | undefined, locale: string): string | undefined {
  if (bytes === undefined || !Number.isFinite(bytes) || bytes < 0) return undefined;
  let step = 0;
  let amount = bytes;
  while (amount >= 1000 && step < UNITS.length - 1) {
    amount /= 1000;
    step += 1;
  }
  const unit = UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(nearestLocale(locale), {
    style: 'unit',
    unit,
    // What is short for bytes has no plural in English, and is "B" in Spanish.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0,
  }).format(amount);
}
