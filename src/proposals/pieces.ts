import type { Mark } from '#extraction/plan-found.ts';

export interface Piece {
  readonly text: string;
  readonly what: Mark['what'] | undefined;
}

/** A sentence cut where its marks begin and end. */
export function piecesOf(sentence: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, what } of marks) {
    pieces.push({ text: sentence.slice(at, start), what: undefined }, { text: sentence.slice(start, end), what });
    at = end;
  }
  return [...pieces, { text: sentence.slice(at), what: undefined }].filter(({ text }) => text !== '');
}
