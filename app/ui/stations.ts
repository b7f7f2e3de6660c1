/** The five stations of the line: the same colour, shape and word for the same thing everywhere. */
export const STATIONS = ['needs', 'panel', 'theory', 'plan', 'back'] as const;
export type Station = (typeof STATIONS)[number];

export const STATION_NAMES: Readonly<Record<Station, string>> = {
  needs: 'Needs',
  panel: 'Panel',
  theory: 'Theory of change',
  plan: 'Delivery plan',
  back: 'Back to families',
};

/** Each has a contrast of at least 4.5 to 1 with white text and on a white page (WCAG 2.2, 1.4.3). */
export const STATION_COLOURS: Readonly<Record<Station, string>> = {
  needs: '#0b5cad',
  panel: '#6a2c91',
  theory: '#00703c',
  plan: '#9c4a00',
  back: '#a8195d',
};
