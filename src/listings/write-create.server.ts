import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { langs } from '#language/lang.ts';
import { listingFormWords } from '#language/words/listing-form.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { longest } from './fields.ts';
import { kindsOf, sides } from './listing.ts';
import { canBroker, canLookAfter } from './permission.ts';
import { listingEditions, listings } from './tables.server.ts';

const listingBegun = z
  .strictObject({
    side: z.enum(sides),
    kind: z.enum([...new Set([...kindsOf.need, ...kindsOf.offer])]),
    organisationId: z.number().int().positive(),
    lang: z.enum(langs),
    title: z
      .string()
      .trim()
      .min(1)
      .max(longest.title)
      .refine((text) => !text.includes('\u0000') && text.isWellFormed()),
  })
  .refine(({ side, kind }) => kindsOf[side].includes(kind), { path: ['kind'] });

/** Begins a need or an offer of an organisation: a draft with a title, looked after by the zone that keeps the organisation. */
export async function createListing(tx: Tx, actor: Actor, input: unknown): Promise<Outcome<{ id: number }>> {
  const parsed = listingBegun.safeParse(input);
  if (!parsed.success) return refused(...parsed.error.issues.map(({ path }) => problemAt(String(path[0]))));
  const { side, kind, organisationId, lang, title } = parsed.data;
  const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  const owned = { organisationId, zoneCode: organisation?.zoneCode ?? '' };
  if (!organisation || organisation.mergedInto !== null || !canLookAfter(actor, owned))
    return refused({ field: 'organisation', says: words.notYours });
  const isBrokers = canBroker(actor, owned) && actor.memberships.some(({ role }) => role === 'broker');
  const [row] = await tx
    .insert(listings)
    .values({
      ...{ side, kind, ...owned, originalLang: lang, createdBy: actor.accountId ?? null },
      // Whoever found it looks after it.
      ...{ brokerId: isBrokers ? (actor.accountId ?? null) : null, sample: organisation.sample },
    })
    .returning({ id: listings.id });
  const id = row?.id ?? 0;
  await tx.insert(listingEditions).values({ listingId: id, lang, title });
  const changes = { title: [null, title] as const, kind: [null, kind] as const };
  await remember(tx, actor, { kind: 'listing', record: String(id), action: 'made', changes, zone: owned.zoneCode });
  return done({ id });
}

function problemAt(field: string): Problem {
  if (field === 'title') return { field, says: listingFormWords.missing.title };
  if (field === 'organisationId') return { field: 'organisation', says: words.notYours };
  return {
    field,
    says: listingFormWords.wrong(field === 'lang' ? listingFormWords.originalLang : listingFormWords.kind),
  };
}
