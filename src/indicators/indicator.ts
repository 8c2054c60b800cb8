export const directions = ['up', 'down'] as const;
export type Direction = (typeof directions)[number];

export const periods = ['month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** Cumulative counts from the start of its year; point is what stands at the end of the period. */
export const accumulations = ['cumulative', 'point'] as const;
export type Accumulation = (typeof accumulations)[number];

export const indicatorLights = ['none', 'green', 'yellow', 'red'] as const;
export type IndicatorLight = (typeof indicatorLights)[number];

export const observationStates = ['provisional', 'final'] as const;
export type ObservationState = (typeof observationStates)[number];

export const observationOrigins = ['entered', 'computed', 'imported'] as const;
export type ObservationOrigin = (typeof observationOrigins)[number];
