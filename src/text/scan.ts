/** A text made easy to search, and for each of its UTF-16 units the place in the original it came from. */
export interface Scanned {
  readonly text: string;
  readonly from: readonly number[];
}

/**
 * Full-width digits and letters become plain ones, capitals small, and invisible characters go: what reads the same to
 * a person is the same to a search. Small enough for a browser.
 */
export function scan(original: string): Scanned {
  const from: number[] = [];
  let text = '';
  let place = 0;
  for (const character of original) {
    const piece = /\p{Cf}/u.test(character) ? '' : character.toWellFormed().normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < piece.length; unit += 1) from.push(place);
    text += piece;
    place += character.length;
  }
  from.push(place);
  return { text, from };
}
