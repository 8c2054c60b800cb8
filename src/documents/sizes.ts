/** Sizes of type as Chinese offices name them, in half points. */
export const size = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const;

/** Twips, of which 1440 are an inch, of a length in millimetres. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** 22 lines to the page: 225 mm of text. */
export const line = Math.floor(mm(225) / 22);

/** One character of the body's size, in twips. */
export const character = size.three * 10;
