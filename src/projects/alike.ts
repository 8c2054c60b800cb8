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

function signaturesOf({ nameZh, nameEn }: Compared): Signature[] {
  return [nameZh, nameEn].filter((name) => name.trim() !== '').map(namePairs);
}
