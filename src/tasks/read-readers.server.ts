import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accounts, memberships } from '#accounts/tables.server.ts';
import type { Lang } from '#language/lang.ts';
import { usualWish } from '#notifications/notification.ts';
import { mailLanguages, notificationSettings } from '#notifications/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import type { Reader, ReaderRole } from './letter.ts';

/** As much of a task as says who answers for it. */
export interface Answered {
  readonly id: number;
  readonly leadUnitId: number | null;
  readonly personName: string;
  readonly personEmail: string;
  readonly personAccountId: number | null;
}

export interface Readers {
  /** The person of the task; where nobody is named or can be written to, the officers of its unit. */
  readonly people: readonly Reader[];
  readonly heads: readonly Reader[];
}

/** Who is asked about these tasks, or what else is owed in that way, and who is asked when they stay silent. Needs the eyes of the site itself. */
export async function readersOf(
  db: Db,
  tasks: readonly Answered[],
  kind: 'task' | 'slip' = 'task',
): Promise<Map<number, Readers>> {
  const leads = [...new Set(tasks.flatMap(({ leadUnitId }) => leadUnitId ?? []))];
  const found = await unitsOf(db, leads);
  const officers = await officersOf(db, leads);
  const named = [...tasks.map(({ personAccountId }) => personAccountId), ...found.map(({ accountId }) => accountId)];
  const known = await accountsOf(db, kind, [
    ...named.flatMap((id) => id ?? []),
    ...officers.map(({ accountId }) => accountId),
  ]);
  const byUnit = new Map(found.map((unit) => [unit.id, unit]));
  return new Map(
    tasks.map((task) => {
      const { personAccountId: accountId, personName: name, personEmail: email, leadUnitId } = task;
      const person = reader('person', { accountId, name, email }, known);
      const unit = byUnit.get(leadUnitId ?? 0);
      const beside = officers
        .filter(({ unitId }) => unitId === leadUnitId)
        .flatMap((one) => reader('officer', { accountId: one.accountId, name: '', email: '' }, known));
      return [task.id, { people: person.length > 0 ? person : beside, heads: unit ? reader('head', unit, known) : [] }];
    }),
  );
}

/** The leaders of these zones, as accounts. */
export async function leadersOf(db: Db, zones: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await db
    .selectDistinct({ zone: memberships.zoneCode, id: accounts.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.role, 'leader'), inArray(memberships.zoneCode, [...zones]), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.id));
  const byZone = Map.groupBy(rows, ({ zone }) => zone ?? '');
  return new Map([...byZone].map(([zone, all]) => [zone, all.map(({ id }) => id)]));
}

interface Named {
  readonly accountId: number | null;
  readonly name: string;
  readonly email: string;
}
type Known = Map<number, Pick<Reader, 'name' | 'email' | 'lang' | 'wish'> & { readonly isDisabled: boolean }>;

/** An account that is closed answers for nothing; an address is as good as the mail that reaches it. */
function reader(role: ReaderRole, { accountId, name, email }: Named, known: Known): Reader[] {
  const account = accountId === null ? undefined : known.get(accountId);
  if (account) {
    const { isDisabled, ...rest } = account;
    return isDisabled ? [] : [{ role, accountId, ...rest }];
  }
  return z.email().safeParse(email).success
    ? [{ role, accountId: null, name, email, lang: 'zh', wish: 'at-once' }]
    : [];
}

async function unitsOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: units.id, name: units.headName, email: units.headEmail, accountId: units.headAccountId })
    .from(units)
    .where(inArray(units.id, [...ids]));
}

async function officersOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .selectDistinct({ unitId: memberships.unitId, accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.role, 'officer'), inArray(memberships.unitId, [...ids])))
    .orderBy(asc(memberships.accountId));
}

async function accountsOf(db: Db, kind: 'task' | 'slip', ids: readonly number[]): Promise<Known> {
  if (ids.length === 0) return new Map();
  const settings = and(eq(notificationSettings.accountId, accounts.id), eq(notificationSettings.kind, kind));
  const rows = await db
    .select({
      ...{ id: accounts.id, name: accounts.name, email: accounts.email, wish: notificationSettings.mail },
      lang: sql<Lang>`coalesce(${mailLanguages.lang}, 'zh')`,
      isDisabled: sql<boolean>`${accounts.disabledAt} is not null`,
    })
    .from(accounts)
    .leftJoin(mailLanguages, eq(mailLanguages.accountId, accounts.id))
    .leftJoin(notificationSettings, settings)
    .where(inArray(accounts.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, wish, ...row }) => [id, { ...row, wish: wish ?? usualWish[kind] }]));
}
