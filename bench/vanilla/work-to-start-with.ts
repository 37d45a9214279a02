/** What both pages of the start show: three sessions, one of each kind. */
export const WORK = [
  { name: 'Nora Feld', service: 'Card line', state: 'active' },
  { name: 'Luis Ortega', service: 'Front desk', state: 'parked' },
  { name: 'Mia Chen', service: 'Card line', state: 'ended' },
] as const;
