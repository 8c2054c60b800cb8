import { and, asc, desc, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { inBoth } from './event.ts';
import { codeTyped, registrationStates } from './registration.ts';
import type { DeskRegistration } from './registration-list.ts';
import { registrations } from './tables.server.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  asked: { by: sql`${registrations.askedAt}`, type: 'timestamptz' },
};
const id = sql`${registrations.id}`;

/** Who registered for an event, a page at a time. The caller has made sure that the event is the asker's. */
export async function peopleOfEvent(tx: Tx, eventId: number, { limit = 100, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`registrations are not sorted by ${asked.sort.key}`);
  const where = and(eq(registrations.eventId, eventId), ...conditions(asked.filters));
  const order = asked.sort.descending ? desc : asc;
  const rows = await selectPeople(tx)
    .where(and(where, keyset.where))
    .orderBy(order(registrations.askedAt), order(registrations.id))
    .limit(limit + 1);
  const [counted] = await tx.select({ total: sql<number>`count(*)::int` }).from(
    tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(where)
      .limit(countedTo + 1)
      .as('found'),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    people: rows.slice(0, limit).map(personOf),
    next: last && cursorAt(last.at, String(last.row.id)),
    total: counted?.total ?? 0,
  };
}

function conditions({ q, state }: Asked['filters']): (SQL | undefined)[] {
  const known = registrationStates.filter((one) => one === state);
  return [q ? named(q) : undefined, known.length > 0 ? inArray(registrations.state, known) : undefined];
}

/** One of them; undefined when it is no registration of this event. */
export async function personOfEvent(tx: Tx, eventId: number, one: number): Promise<DeskRegistration | undefined> {
  const [row] = await selectPeople(tx).where(and(eq(registrations.eventId, eventId), eq(registrations.id, one)));
  return row && personOf(row);
}

const mostFound = 20;

/** Whoever may stand at the desk: found by code, name, organisation or e-mail. */
export async function arriving(tx: Tx, eventId: number, text: string): Promise<DeskRegistration[]> {
  if (text === '') return [];
  const rows = await selectPeople(tx)
    .where(and(eq(registrations.eventId, eventId), named(text)))
    .orderBy(sql`${registrations.state} = 'confirmed' desc`, asc(registrations.name), asc(registrations.id))
    .limit(mostFound);
  return rows.map(personOf);
}

/** How many have a place, and how many of them are here. */
export async function attendance(tx: Tx, eventId: number): Promise<{ here: number; all: number }> {
  const [row] = await tx
    .select({ all: sql<number>`count(*)::int`, here: sql<number>`count(${registrations.checkedInAt})::int` })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, 'confirmed')));
  return { all: row?.all ?? 0, here: row?.here ?? 0 };
}

function named(text: string): SQL | undefined {
  const like = containing(text);
  const code = codeTyped(text);
  return or(
    code === undefined ? undefined : eq(registrations.code, code),
    ilike(registrations.name, like),
    ilike(registrations.organisationName, like),
    ilike(registrations.email, like),
  );
}

function selectPeople(tx: Tx) {
  return tx
    .select({
      row: registrations,
      nameZh: organisations.nameZh,
      nameEn: organisations.nameEn,
      at: sql<string>`${registrations.askedAt}::text`,
    })
    .from(registrations)
    .leftJoin(organisations, eq(organisations.id, registrations.organisationId))
    .$dynamic();
}

function personOf({ row, nameZh, nameEn }: Awaited<ReturnType<typeof selectPeople>>[number]): DeskRegistration {
  const { id: number, name, role, email, phone, lang, state, code, askedAt, checkedInAt } = row;
  return {
    ...{ id: number, name, role, email, phone, lang, state, code, askedAt, checkedInAt },
    organisation: row.organisationName,
    known: nameZh === null ? undefined : inBoth(nameZh, nameEn ?? ''),
  };
}
