import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import type { Lang } from '#language/lang.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Translation } from './content.ts';
import { readTranslation } from './read-content.ts';
import { editionIn, textsOf, type Work } from './read-work.server.ts';
import { listingEditions, listings } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';
import { lockToWrite, type Saved } from './write-save.server.ts';

export interface TranslationInput {
  readonly id: number;
  readonly seen: number;
  readonly lang: Lang;
  readonly madeHow: 'human' | 'machine' | 'reviewed';
  readonly texts: unknown;
}

/** Saves the edition in the other language. It fits the original as that stands now, until the original changes. */
export async function saveTranslation(
  tx: Tx,
  actor: Actor,
  { id, seen, lang, madeHow, texts }: TranslationInput,
): Promise<Outcome<Saved>> {
  const found = await lockToWrite(tx, actor, { id, seen });
  if (!found.ok) return found;
  const { listing } = found.value;
  if (lang === listing.originalLang) return refused({ says: words.needsOriginal });
  const read = readTranslation(listing.side, texts);
  if (!read.ok) return read;
  const changes = changesOf(found.value, { lang, madeHow, said: read.value });
  if (Object.keys(changes).length === 0) return done({ revision: listing.revision });
  const revision = await put(tx, found.value, { lang, madeHow, said: read.value });
  const record = String(id);
  await remember(tx, actor, { kind: 'listing', record, action: 'translated', changes, zone: listing.zoneCode });
  await listingChanged(tx, id);
  return done({ revision });
}

interface Said {
  readonly lang: Lang;
  readonly madeHow: TranslationInput['madeHow'];
  readonly said: Translation;
}

function changesOf(work: Work, { lang, madeHow, said }: Said) {
  const edition = editionIn(work, lang);
  const isStale = edition !== undefined && edition.madeFrom !== work.listing.revision;
  const { targetNames, ...texts } = said;
  return {
    ...changesBetween<Omit<Translation, 'targetNames'>>(edition && textsOf(edition), texts),
    ...changesBetween({ targetNames: namesIn(work, lang) }, { targetNames: padded(targetNames, work) }),
    ...changesBetween(edition && { madeHow: edition.madeHow }, { madeHow }),
    // Saved again as it is: somebody has held it against the original as that is now.
    ...(isStale && { madeFrom: [edition.madeFrom, work.listing.revision] as const }),
  };
}

function namesIn(work: Work, lang: Lang): string[] {
  return work.targets.map(({ nameZh, nameEn }) => (lang === 'zh' ? nameZh : nameEn));
}

function padded(names: readonly string[], { targets }: Work): string[] {
  return targets.map((_, at) => names[at] ?? '');
}

async function put(tx: Tx, work: Work, { lang, madeHow, said }: Said): Promise<number> {
  const { id, revision } = work.listing;
  const next = revision + 1;
  const { targetNames, ...texts } = said;
  const fields = { ...texts, madeHow, madeFrom: next };
  await tx
    .insert(listingEditions)
    .values({ listingId: id, lang, ...fields })
    .onConflictDoUpdate({ target: [listingEditions.listingId, listingEditions.lang], set: fields });
  const names = padded(targetNames, work);
  await tx.execute(sql`update listing_target set ${sql.raw(lang === 'zh' ? 'name_zh' : 'name_en')} = given.name
    from jsonb_to_recordset(${JSON.stringify(work.targets.map(({ position }, at) => ({ position, name: names[at] })))}::jsonb)
      as given (position smallint, name text)
    where listing_id = ${id} and listing_target.position = given.position`);
  await tx.update(listings).set({ revision: next, updatedAt: new Date() }).where(eq(listings.id, id));
  return next;
}
