import { namePairs } from '#text/name-pairs.ts';
import { similarity, type Signature } from '#text/similarity.ts';
import { normalise } from '#text/normalise.ts';

/** As much of a project as tells it from another. */
export interface Compared {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly investorId: number | null;
  readonly investorName: string;
  readonly site: string;
}

export const likenesses = ['name', 'investor', 'site'] as const;
export type Likeness = (typeof likenesses)[number];

/** From here on two names are one name, or nearly. */
const sameName = 0.7;

/** A project that others are compared with, prepared once. */
export function comparing(one: Compared): (other: Compared) => { by: Likeness[]; score: number } {
  const names = signaturesOf(one);
  const investor = [normalise(one.investorName), normalise(one.site)] as const;
  return (other) => {
    const alike = Math.max(0, ...signaturesOf(other).flatMap((its) => names.map((own) => similarity(own, its))));
    const isInvestor =
      (one.investorId !== null && one.investorId === other.investorId) ||
      (investor[0] !== '' && investor[0] === normalise(other.investorName));
    const isSite = investor[1] !== '' && investor[1] === normalise(other.site);
    const by = [alike >= sameName && 'name', isInvestor && 'investor', isSite && 'site'] as const;
    const found = by.filter((likeness) => likeness !== false);
    return { by: found, score: found.length + alike };
  };
}

function signaturesOf({ nameZh, nameEn }: Pick<Compared, 'nameZh' | 'nameEn'>): Signature[] {
  return [nameZh, nameEn].filter((name) => name.trim() !== '').map(namePairs);
}

/** Longer than a pair of characters, so that no name is taken for an investor; a site of one page is a key all the same. */
const said = (what: 'investor' | 'site', text: string) => {
  const plain = normalise(text);
  return plain === '' ? [] : [`${what} ${plain}`];
};

/** What is kept beside a project so that those which look like it are found without reading all of them. */
export function keysOf(one: Omit<Compared, 'investorId'>): string[] {
  const pairs = signaturesOf(one).flatMap((signature) => signature.map(({ word }) => word));
  return [...new Set([...pairs, ...exactKeysOf(one)])];
}

/** Those of an investor and a site: whoever shares one is looked at, whatever the names. */
export function exactKeysOf({ investorName, site }: Pick<Compared, 'investorName' | 'site'>): string[] {
  return [...said('investor', investorName), ...said('site', site)];
}

/**
 * As many pairs of its names that every name like it has one of them: what is left out is too little to make two names
 * alike by itself, whatever the other says.
 */
export function tellingKeysOf(one: Pick<Compared, 'nameZh' | 'nameEn'>): string[] {
  return [...new Set(signaturesOf(one).flatMap(tellingOf))];
}

function tellingOf(signature: Signature): string[] {
  const enough = (1 - sameName ** 2) * signature.reduce((sum, { weight }) => sum + weight ** 2, 0);
  let taken = 0;
  return signature.flatMap(({ word, weight }) => {
    if (taken > enough) return [];
    taken += weight ** 2;
    return [word];
  });
}
