import type { LoadStep } from './load.server.ts';

/** In the order they are loaded: reference data before what refers to it. */
export const referenceSteps: readonly LoadStep[] = [];

/** Content that shows what the product does, removable by one command. */
export const sampleSteps: readonly LoadStep[] = [];
