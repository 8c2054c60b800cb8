import type { Texts, MatchDocument } from '#matching/document.ts';
import type { Lang } from '#language/lang.ts';
import type { Comparison } from '#listings/listing.ts';

export interface Edition {
  readonly lang: Lang;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly tried: string;
  readonly conditions: string;
  readonly advantage: string;
  readonly proof: string;
  readonly team: string;
  readonly fields: string;
  readonly industryKeywords: readonly string[];
  readonly technologyKeywords: readonly string[];
}

export interface Target {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly unit: string;
}

/** The texts of one language of a listing, as matching takes them. */
export function textsOf(edition: Edition, targets: readonly Target[]): Texts {
  const { lang, title, summary, body, industryKeywords, technologyKeywords } = edition;
  return {
    ...{ lang, title, summary },
    keywords: [...technologyKeywords, ...industryKeywords],
    targets: targets.map(
      ({ nameZh, nameEn, value, unit }) => `${(lang === 'zh' ? nameZh : nameEn) || nameZh} ${value} ${unit}`,
    ),
    body: [body, edition.conditions, edition.advantage, edition.fields],
    background: [edition.tried, edition.proof, edition.team],
  };
}

/** How a document is called among all: of a listing its number, of an institute its own. */
export const keyOf = (role: MatchDocument['role'], id: number) => `${role}:${id}`;

export function idIn(key: string): { readonly role: MatchDocument['role']; readonly id: number } {
  const [role = '', id = ''] = key.split(':');
  return { role: role as MatchDocument['role'], id: Number(id) };
}
