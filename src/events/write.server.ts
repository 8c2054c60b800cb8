import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import {
  canKeepEvents,
  eventForm,
  eventProblems,
  missingBeforePublishing,
  timeProblems,
  type EventFields,
} from './event.ts';
import { events } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { tellRegistered } from './write-letters.server.ts';
import { fillPlaces, takenPlaces } from './write-places.server.ts';

export type EventRow = typeof events.$inferSelect;

/** What a calendar keeps of an event; when one of these changes, it has to be told. */
const inCalendars: readonly (keyof EventFields)[] = [
  ...(['titleZh', 'titleEn', 'summaryZh', 'summaryEn', 'venueZh', 'venueEn', 'beginsAt', 'endsAt'] as const),
];
/** What whoever registered has to know of. */
const plans: readonly (keyof EventFields)[] = ['venueZh', 'beginsAt', 'endsAt'];

/** Begins an event of a zone, as a draft. */
export async function addEvent(
  tx: Tx,
  actor: Actor,
  { zone, fields }: { zone: string; fields: unknown },
): Promise<Outcome<{ id: number }>> {
  if (!canKeepEvents(actor, zone) || !(await zoneByCode(tx, zone)))
    return refused({ field: 'zone', says: words.mayNot });
  const said = parsed(fields);
  if (!said.ok) return said;
  const [row] = await tx
    .insert(events)
    .values({ ...said.value, zoneCode: zone, createdBy: actor.accountId ?? null })
    .returning({ id: events.id });
  if (!row) throw new Error('an event was not kept');
  await remember(tx, actor, { kind: 'event', record: String(row.id), action: 'add', zone });
  return done(row);
}

/** Changes what is said of an event. Calendars and those who registered hear of a new time or place. */
export async function changeEvent(
  tx: Tx,
  actor: Actor,
  { id, fields }: { id: number; fields: unknown },
): Promise<Outcome<{ id: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const event = own.value;
  if (event.state === 'cancelled') return refused({ says: words.isCancelled });
  const said = parsed(fields);
  if (!said.ok) return said;
  const problems = await changeProblems(tx, event, said.value);
  if (problems.length > 0) return refused(...problems);
  const changes = changesBetween<Partial<EventFields>>(event, said.value);
  if (Object.keys(changes).length === 0) return done({ id });
  const isNews = (keys: readonly (keyof EventFields)[]) =>
    event.state === 'published' && keys.some((key) => key in changes);
  const sequence = event.sequence + (isNews(inCalendars) ? 1 : 0);
  await tx
    .update(events)
    .set({ ...said.value, sequence, updatedAt: sql`now()` })
    .where(eq(events.id, id));
  await remember(tx, actor, { kind: 'event', record: String(id), action: 'change', changes, zone: event.zoneCode });
  if (isNews(plans)) await tellRegistered(tx, event, 'changed');
  await fillPlaces(tx, id);
  await refreshPublic(tx, id);
  return done({ id });
}

/** Shows an event to everybody; from then on people can register. */
export async function publishEvent(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const { state, zoneCode: zone } = own.value;
  if (state !== 'draft') return refused({ says: words.onlyDraft });
  const missing = missingBeforePublishing(own.value);
  if (missing.length > 0) return refused(...missing);
  await tx
    .update(events)
    .set({ state: 'published', publishedAt: sql`now()`, updatedAt: sql`now()` })
    .where(eq(events.id, id));
  await remember(tx, actor, { kind: 'event', record: String(id), action: 'publish', zone });
  await refreshPublic(tx, id);
  return done({ id });
}

/** Calls an event off: its page says why, and everybody who registered is told. */
export async function cancelEvent(
  tx: Tx,
  actor: Actor,
  { id, reason, now }: { id: number; reason: string; now: Date },
): Promise<Outcome<{ id: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const event = own.value;
  if (event.state !== 'published') return refused({ says: words.onlyPublished });
  if (event.endsAt <= now) return refused({ says: words.isOver });
  const why = eventForm.shape.venueZh.safeParse(reason);
  if (!why.success || why.data === '')
    return refused({ field: 'reason', says: words.about(words.field['reason'] ?? words.aField, words.fillIn) });
  const set = { state: 'cancelled', cancelledReason: why.data, sequence: event.sequence + 1 } as const;
  await tx
    .update(events)
    .set({ ...set, updatedAt: sql`now()` })
    .where(eq(events.id, id));
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'cancel', zone: event.zoneCode },
    changes: { cancelledReason: ['', why.data] },
  });
  await tellRegistered(tx, event, 'event-cancelled');
  await refreshPublic(tx, id);
  return done({ id });
}

/** An event the actor keeps, locked; another zone's answers like one that does not exist. */
export async function ownEvent(tx: Tx, actor: Actor, id: number): Promise<Outcome<EventRow>> {
  const [event] = await tx.select().from(events).where(eq(events.id, id)).for('update');
  const isOwn = event !== undefined && canKeepEvents(actor, event.zoneCode);
  return isOwn ? done(event) : refused({ says: words.notFound });
}

function parsed(fields: unknown): Outcome<EventFields> {
  const said = eventForm.safeParse(fields);
  if (!said.success) return refused(...eventProblems(said.error));
  const problems = timeProblems(said.data);
  return problems.length > 0 ? refused(...problems) : done(said.data);
}

/** What the public sees stays complete, and nobody loses a place that was confirmed. */
async function changeProblems(tx: Tx, event: EventRow, said: EventFields) {
  const taken = await takenPlaces(tx, event.id);
  const isTooFew = said.capacity !== null && said.capacity < taken;
  return [
    ...(event.state === 'published' ? missingBeforePublishing(said) : []),
    ...(isTooFew ? [{ field: 'capacity', says: words.fewerThanConfirmed(taken) }] : []),
  ];
}
