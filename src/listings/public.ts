import { fileView, type Described } from '#files/file.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { freshnessOf, type Freshness } from '#publishing/freshness.ts';
import type { ChainPosition, Comparison, Cooperation, ListingKind, Rights, Secrecy, Side, Stage } from './listing.ts';
import type { ListingFile } from './listing-file.ts';
import type { ListingState } from './state.ts';

/**
 * What the public sees of a need or an offer, decided here for every page, list, feed, file, search entry and the API.
 *
 * | | named | anonymous | limited | confidential |
 * | --- | --- | --- | --- | --- |
 * | title, summary, kind, industries, dates, whether interest is welcome | yes | yes | yes | no |
 * | text, targets, stage, money, cooperation, rights, keywords, disciplines, province | yes | yes | no | no |
 * | organisation, zone, unit, who decides, whom it is meant for, team, files | yes | no | no | no |
 *
 * An organisation that is not public itself is not named, whatever the listing says. Contacts, the broker and whatever
 * people of the desk write beside a listing are never public.
 */

interface Named<Key> {
  readonly code: Key;
  readonly name: TwoText;
}
export type NamedCode = Named<string>;

export interface Target {
  readonly name: TwoText;
  readonly comparison: Comparison;
  readonly value: number;
  readonly unit: string;
}

/** A listing with what a list shows of it, as it is stored. */
export interface StoredCard {
  readonly id: number;
  readonly side: Side;
  readonly kind: ListingKind;
  readonly reference: string | null;
  readonly state: ListingState;
  readonly secrecy: Secrecy;
  readonly isAnonymous: boolean;
  readonly isOpen: boolean;
  readonly sample: boolean;
  readonly revision: number;
  readonly originalLang: Lang;
  readonly lang: Lang;
  readonly languages: readonly Lang[];
  readonly madeFrom: number | null;
  readonly madeHow: 'human' | 'machine' | 'reviewed';
  readonly title: string;
  readonly summary: string;
  readonly organisation: { readonly id: number; readonly name: TwoText; readonly isPublic: boolean } | null;
  readonly zone: NamedCode;
  readonly province: NamedCode;
  readonly industries: readonly NamedCode[];
  readonly stage: Stage | null;
  readonly budgetLow: number | null;
  readonly budgetHigh: number | null;
  readonly isReward: boolean;
  readonly cooperation: readonly Cooperation[];
  readonly deadline: string | null;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  readonly closedAt: Date | null;
  readonly targets: readonly Target[];
}

/** The same with all its texts. */
export interface StoredListing extends StoredCard {
  readonly body: string;
  readonly tried: string;
  readonly conditions: string;
  readonly decider: string;
  readonly advantage: string;
  readonly proof: string;
  readonly team: string;
  readonly fields: string;
  readonly industryKeywords: readonly string[];
  readonly technologyKeywords: readonly string[];
  readonly disciplines: readonly NamedCode[];
  readonly rights: Rights | null;
  readonly chainPosition: ChainPosition | null;
  readonly unit: TwoText | null;
  readonly targetOrganisations: readonly { readonly id: number; readonly name: TwoText; readonly isPublic: boolean }[];
  readonly files: readonly Described[];
}

export interface ShownCard {
  readonly id: number;
  readonly side: Side;
  readonly kind: ListingKind;
  readonly reference: string | undefined;
  readonly state: 'published' | 'closed' | 'expired';
  /** Interest is welcome now. */
  readonly isOpen: boolean;
  readonly sample: boolean;
  /** The language of its words: the reader's, else the one it was written in. */
  readonly lang: Lang;
  readonly languages: readonly Lang[];
  readonly freshness: Freshness;
  readonly madeHow: StoredCard['madeHow'];
  readonly title: string;
  readonly summary: string;
  readonly industries: readonly NamedCode[];
  readonly deadline: string | undefined;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** The rest is told to whoever gets into contact. */
  readonly isLimited: boolean;
  readonly organisation: { readonly id: number; readonly name: TwoText } | undefined;
  readonly zone: NamedCode | undefined;
  readonly province: NamedCode | undefined;
  readonly stage: Stage | undefined;
  readonly budget: Budget | undefined;
  readonly cooperation: readonly Cooperation[];
  readonly targets: readonly Target[];
}

/** Yuan; without an end it is to be agreed. */
export interface Budget {
  readonly budgetLow: number | null;
  readonly budgetHigh: number | null;
  readonly isReward: boolean;
}

export interface ShownListing extends ShownCard {
  readonly body: string;
  readonly tried: string;
  readonly conditions: string;
  readonly advantage: string;
  readonly proof: string;
  readonly fields: string;
  readonly keywords: readonly string[];
  readonly disciplines: readonly NamedCode[];
  readonly rights: Rights | undefined;
  readonly chainPosition: ChainPosition | undefined;
  readonly decider: string;
  readonly team: string;
  readonly unit: TwoText | undefined;
  readonly targetOrganisations: readonly { readonly id: number; readonly name: TwoText }[];
  readonly files: readonly ListingFile[];
}

/** What a list may show of it; undefined when the public may not know that it is there. */
export function shownCard(stored: StoredCard): ShownCard | undefined {
  const { state, publishedAt } = stored;
  if (state !== 'published' && state !== 'closed' && state !== 'expired') return undefined;
  if (stored.secrecy === 'confidential' || publishedAt === null) return undefined;
  return { ...outline(stored), state, publishedAt, isOpen: state === 'published' && stored.isOpen, ...inside(stored) };
}

/** What its page may show. */
export function shownListing(stored: StoredListing): ShownListing | undefined {
  const card = shownCard(stored);
  return card && { ...card, ...texts(stored, !card.isLimited), ...whose(stored, card.organisation !== undefined) };
}

function outline(stored: StoredCard) {
  const { id, side, kind, sample, lang, languages, madeHow, title, summary, industries, updatedAt } = stored;
  return {
    ...{ id, side, kind, sample, lang, languages, madeHow, title, summary, industries, updatedAt },
    reference: stored.reference ?? undefined,
    freshness: freshnessOf(
      { original: lang === stored.originalLang, translatesRevision: stored.madeFrom },
      stored.revision,
    ),
    deadline: stored.deadline ?? undefined,
    expiresAt: stored.expiresAt ?? undefined,
    closedAt: stored.closedAt ?? undefined,
    isLimited: stored.secrecy === 'limited',
  };
}

const nothingInside = {
  ...{ organisation: undefined, zone: undefined, province: undefined, stage: undefined, budget: undefined },
  ...{ cooperation: [], targets: [] },
};

function inside(stored: StoredCard) {
  if (stored.secrecy !== 'open') return nothingInside;
  const { organisation, province, stage, budgetLow, budgetHigh, isReward, cooperation, targets } = stored;
  const named = !stored.isAnonymous && organisation?.isPublic === true;
  return {
    ...{ province, cooperation, targets },
    stage: stage ?? undefined,
    budget: { budgetLow, budgetHigh, isReward },
    organisation: named ? { id: organisation.id, name: organisation.name } : undefined,
    zone: named ? stored.zone : undefined,
  };
}

const noTexts = {
  ...{ body: '', tried: '', conditions: '', advantage: '', proof: '', fields: '' },
  ...{ keywords: [], disciplines: [], rights: undefined, chainPosition: undefined },
};

function texts(stored: StoredListing, isPlain: boolean) {
  if (!isPlain) return noTexts;
  const { body, tried, conditions, advantage, proof, fields, industryKeywords, technologyKeywords, disciplines } =
    stored;
  return {
    ...{ body, tried, conditions, advantage, proof, fields, disciplines },
    keywords: [...new Set([...industryKeywords, ...technologyKeywords])],
    rights: stored.rights ?? undefined,
    chainPosition: stored.chainPosition ?? undefined,
  };
}

function whose({ decider, team, unit, targetOrganisations, files }: StoredListing, isNamed: boolean) {
  if (!isNamed) return { decider: '', team: '', unit: undefined, targetOrganisations: [], files: [] };
  return {
    ...{ decider, team, unit: unit ?? undefined },
    files: files.map(fileView).map(({ id, name, mediaType, bytes, url }) => ({ id, name, mediaType, bytes, url })),
    targetOrganisations: targetOrganisations.filter(({ isPublic }) => isPublic).map(({ id, name }) => ({ id, name })),
  };
}
