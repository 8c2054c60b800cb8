import { zoneCellWords as words } from '#language/words/zones.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

/** The zone of a row, by its code of eight digits with anything behind it; nothing where a row says none. */
export function zoneCell(text: string): Outcome<string> {
  const code = /^\d{8}(?=$|\s)/.exec(text.trim())?.[0] ?? '';
  return code === '' && text.trim() !== '' ? refused({ says: words.notCode }) : done(code);
}

/** The zone of a new row: the one it says, else the only one whose records this person keeps. */
export function zoneOfRow(said: string | undefined, kept: readonly string[] | undefined): Outcome<string> {
  const [only] = kept?.length === 1 ? kept : [];
  const zone = said || only;
  return zone === undefined ? refused({ field: 'zone', says: words.first }) : done(zone);
}
