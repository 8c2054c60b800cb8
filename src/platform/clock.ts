/** The time, as an argument: pure code takes `now`, and only the outermost layer holds a clock. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
