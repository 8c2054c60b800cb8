import { and, count, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { agendaForm, type AgendaFields } from './agenda.ts';
import { eventProblems } from './event.ts';
import { organisationsNamed } from './read-organisations.server.ts';
import { agendaItems, speakers } from './tables.server.ts';
import { refreshPublic } from './write-public.server.ts';
import { ownEvent, type EventRow } from './write.server.ts';

const mostItems = 200;

interface Place {
  readonly event: number;
  /** The item that is changed; undefined for a new one. */
  readonly item?: number | undefined;
}

/** Adds an item to the agenda, or changes one. Two items in one room at once are kept: the page tells of them. */
export async function saveAgendaItem(
  tx: Tx,
  actor: Actor,
  { event: id, item, fields }: Place & { fields: unknown },
): Promise<Outcome<{ id: number }>> {
  const own = await eventToPlan(tx, actor, id);
  if (!own.ok) return own;
  const said = agendaForm.safeParse(fields);
  if (!said.success) return refused(...eventProblems(said.error));
  const outside = outsideOf(own.value, said.data);
  if (outside) return outside;
  const { speakers: named, ...rest } = said.data;
  const kept = item === undefined ? await added(tx, id, rest) : await changed(tx, { event: id, id: item }, rest);
  if (!kept.ok) return kept;
  await keepSpeakers(tx, kept.value.id, named);
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'agenda', zone: own.value.zoneCode },
    changes: { [`item ${kept.value.id}`]: [null, said.data] },
  });
  await refreshPublic(tx, id);
  return kept;
}

/** Takes an item off the agenda. */
export async function removeAgendaItem(
  tx: Tx,
  actor: Actor,
  { event: id, item }: { event: number; item: number },
): Promise<Outcome<{ id: number }>> {
  const own = await eventToPlan(tx, actor, id);
  if (!own.ok) return own;
  const [gone] = await tx
    .delete(agendaItems)
    .where(and(eq(agendaItems.id, item), eq(agendaItems.eventId, id)))
    .returning();
  if (!gone) return refused({ says: words.noItem });
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'agenda', zone: own.value.zoneCode },
    changes: { [`item ${item}`]: [{ titleZh: gone.titleZh, beginsAt: gone.beginsAt }, null] },
  });
  await refreshPublic(tx, id);
  return done({ id: item });
}

async function eventToPlan(tx: Tx, actor: Actor, id: number): Promise<Outcome<EventRow>> {
  const own = await ownEvent(tx, actor, id);
  return own.ok && own.value.state === 'cancelled' ? refused({ says: words.isCancelled }) : own;
}

function outsideOf(event: EventRow, { beginsAt, endsAt }: AgendaFields) {
  if (endsAt <= beginsAt) return refused({ field: 'endsAt', says: words.endsBeforeBegin });
  const isOutside = beginsAt < event.beginsAt || endsAt > event.endsAt;
  return isOutside ? refused({ field: 'beginsAt', says: words.outside }) : undefined;
}

type Item = Omit<AgendaFields, 'speakers'>;

async function added(tx: Tx, eventId: number, item: Item): Promise<Outcome<{ id: number }>> {
  const [known] = await tx.select({ n: count() }).from(agendaItems).where(eq(agendaItems.eventId, eventId));
  if ((known?.n ?? 0) >= mostItems) return refused({ says: words.tooManyItems });
  const [row] = await tx
    .insert(agendaItems)
    .values({ ...item, eventId })
    .returning({ id: agendaItems.id });
  return row ? done(row) : refused({ says: words.noItem });
}

async function changed(
  tx: Tx,
  { event, id }: { event: number; id: number },
  item: Item,
): Promise<Outcome<{ id: number }>> {
  const [row] = await tx
    .update(agendaItems)
    .set(item)
    .where(and(eq(agendaItems.id, id), eq(agendaItems.eventId, event)))
    .returning({ id: agendaItems.id });
  return row ? done(row) : refused({ says: words.noItem });
}

async function keepSpeakers(tx: Tx, agendaItemId: number, named: AgendaFields['speakers']): Promise<void> {
  await tx.delete(speakers).where(eq(speakers.agendaItemId, agendaItemId));
  if (named.length === 0) return;
  const known = await organisationsNamed(
    tx,
    named.map(({ organisation }) => organisation),
  );
  await tx.insert(speakers).values(
    named.map(({ organisation, ...name }, position) => ({
      ...{ agendaItemId, position, ...name, organisationName: organisation },
      organisationId: known.get(organisation) ?? null,
    })),
  );
}
