import type { ListingKind, Side } from './listing.ts';

/** The first letter of a reference says what it is about, the second which side it is: requirement or offer. */
export const kindLetters: Readonly<Record<ListingKind, string>> = {
  technology: 'T',
  result: 'A',
  talent: 'P',
  equipment: 'E',
  testing: 'M',
  capital: 'F',
  service: 'S',
};
export const sideLetters: Readonly<Record<Side, string>> = { need: 'R', offer: 'O' };

interface Numbered {
  readonly side: Side;
  readonly kind: ListingKind;
  /** `2026-09-11`, on China's clock. */
  readonly day: string;
  readonly number: number;
}

/** `TR-20260911-035`: a need for technology, the 35th listing handed in that day. */
export function referenceOf({ side, kind, day, number }: Numbered): string {
  return `${kindLetters[kind]}${sideLetters[side]}-${day.replaceAll('-', '')}-${String(number).padStart(3, '0')}`;
}
