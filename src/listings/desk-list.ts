import { isOperator, organisationsOf, zonesAs, type Actor } from '#accounts/actor.ts';
import { dateOf, minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { listingWords as words } from '#language/words/listings.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { kindsOf, listingDeskPath, type ListingKind, type Side } from './listing.ts';
import { daysAfter, listingStates, type ListingState } from './state.ts';

/** One listing as the desk lists it. */
export interface DeskListing {
  readonly id: number;
  readonly side: Side;
  readonly kind: ListingKind;
  readonly reference: string | null;
  readonly title: string;
  readonly organisation: TwoText;
  readonly isAnonymous: boolean;
  readonly broker: string | null;
  readonly block: TwoText | undefined;
  readonly state: ListingState;
  readonly isOpen: boolean;
  readonly comments: number;
  readonly translation: 'missing' | 'current' | 'stale';
  readonly publishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly updatedAt: Date;
}

/** What a person can choose among: short lists of their own zones and organisations. */
export interface ListingChoices {
  readonly organisations: readonly Choice[];
  readonly brokers: readonly Choice[];
  readonly blocks: readonly Choice[];
}

export function listingList(side: Side, { organisations, brokers, blocks }: ListingChoices): List {
  const choice = (key: string, title: TwoText, choices: readonly Choice[]) =>
    choices.length > 0 ? [{ key, title, kind: 'choice' as const, choices }] : [];
  return {
    name: side === 'need' ? 'needs' : 'offers',
    columns: [
      { key: 'title', title: words.title },
      { key: 'state', title: words.stateTitle },
      { key: 'kind', title: words.kindTitle },
      { key: 'organisation', title: words.organisation },
      { key: 'broker', title: words.broker },
      { key: 'comments', title: words.comments, isNumber: true },
      { key: 'reference', title: words.reference },
      { key: 'block', title: words.block, extra: true },
      { key: 'translation', title: words.otherEdition, extra: true },
      { key: 'published', title: words.published, sortable: true, extra: true },
      { key: 'expires', title: words.expires, sortable: true },
      { key: 'updated', title: words.updated, sortable: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      ...choice(
        'state',
        words.stateTitle,
        listingStates.map((value) => ({ value, label: words.state[value] })),
      ),
      ...choice(
        'kind',
        words.kindTitle,
        kindsOf[side].map((value) => ({ value, label: words.kind[value] })),
      ),
      ...choice('organisation', words.organisation, organisations),
      ...choice('broker', words.broker, brokers),
      ...choice('block', words.block, blocks),
      ...choice('expiring', words.expiring, [{ value: 'soon', label: words.expiringSoon }]),
    ],
    sort: '-updated',
  };
}

/** Whose listings this person works on: of these zones as a broker, of these organisations as a member. */
export function listingsSeen(actor: Actor): { all: boolean; zones: string[]; organisations: number[] } {
  const zones = zonesAs(actor, ['broker']);
  return { all: isOperator(actor), zones, organisations: organisationsOf(actor) };
}

const stateTone: Readonly<Partial<Record<ListingState, Cell['tone']>>> = {
  submitted: 'blue',
  checked: 'blue',
  published: 'green',
  expired: 'amber',
};

function stateCell({ state, isOpen, comments }: DeskListing, lang: Lang): Cell {
  const shut = state === 'published' && !isOpen ? ` · ${words.notOpen[lang]}` : '';
  const tone = state === 'draft' && comments > 0 ? 'amber' : stateTone[state];
  const text = `${words.state[state][lang]}${shut}`;
  return tone ? { text, tone } : { text };
}

const soonDays = 30;

function expiresCell({ state, expiresAt }: DeskListing): Cell {
  if (!expiresAt) return { text: '' };
  const isSoon = state === 'published' && expiresAt < daysAfter(new Date(), soonDays);
  return isSoon ? { text: dateOf(expiresAt), tone: 'amber' } : { text: dateOf(expiresAt) };
}

function publishedCell({ publishedAt }: DeskListing): Cell {
  return { text: publishedAt ? dateOf(publishedAt) : '' };
}

export function listingRow(listing: DeskListing, lang: Lang): Row {
  const { id, title, kind, organisation, isAnonymous, translation, broker, reference, block } = listing;
  const name = organisation[lang] || organisation.zh;
  return {
    id: String(id),
    label: title,
    cells: {
      title: { text: title, href: `/${lang}${listingDeskPath(listing)}` },
      state: stateCell(listing, lang),
      kind: { text: words.kind[kind][lang] },
      organisation: { text: isAnonymous ? `${name} · ${words.anonymous[lang]}` : name },
      broker: { text: broker ?? '' },
      comments: { text: listing.comments === 0 ? '' : String(listing.comments) },
      reference: { text: reference ?? '' },
      block: { text: block?.[lang] ?? '' },
      translation: { text: words.otherEditions[translation][lang] },
      published: publishedCell(listing),
      expires: expiresCell(listing),
      updated: { text: minuteOf(listing.updatedAt) },
    },
  };
}
