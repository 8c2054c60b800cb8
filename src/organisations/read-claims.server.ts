import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accounts, memberships } from '#accounts/tables.server.ts';
import { fileBehindRecord } from '#files/read.server.ts';
import type { Db } from '#platform/database.server.ts';
import { canDecideClaim, zonesOfClaims, type ClaimState, type ClaimView } from './claim.ts';
import type { OrganisationKind } from './organisation.ts';
import { claims } from './tables.server.ts';

interface Stored extends Record<string, unknown> {
  id: string;
  state: ClaimState;
  zone: string;
  organisation: string | null;
  zh: string;
  en: string;
  new_kind: OrganisationKind | null;
  new_name: string;
  new_credit_code: string;
  name: string;
  email: string;
  account: boolean;
  position: string;
  proof: string;
  file: string | null;
  reason: string;
  at: string;
}

const pageLength = 30;

/** Claims of organisations of the actor's zones; the open ones oldest first, those that are decided newest first. */
export async function claimsFor(
  db: Db,
  actor: Actor,
  { state, after }: { state: ClaimState; after?: number | undefined },
): Promise<{ claims: ClaimView[]; next: number | undefined }> {
  const zones = zonesOfClaims(actor);
  const mine = zones === undefined ? sql`true` : sql`c.zone_code = any(${sql.param(zones)})`;
  const isOpen = state === 'open';
  const behind = after === undefined ? sql`true` : isOpen ? sql`c.id > ${after}` : sql`c.id < ${after}`;
  const { rows } = await db.execute<Stored>(sql`
    select c.id, c.state, c.zone_code as zone, o.id as organisation, o.name_zh as zh, coalesce(nullif(o.name_en, ''), o.name_zh) as en,
      c.new_kind, c.new_name, c.new_credit_code, c.name, c.email, c.account_id is not null as account, c.position, c.proof,
      file.name as file, c.reason, c.created_at::text as at
    from organisation_claim c left join file on file.id = c.proof_file and file.state = 'kept'
    left join organisation o on o.id = c.organisation_id or (c.organisation_id is null
      and o.credit_code = c.new_credit_code and o.zone_code = c.zone_code and o.merged_into is null)
    where c.state = ${state} and ${mine} and ${behind}
    order by ${isOpen ? sql`c.id` : sql`c.id desc`} limit ${pageLength + 1}`);
  const page = rows.slice(0, pageLength).map(claimOf);
  return { claims: page, next: rows.length > pageLength ? page.at(-1)?.id : undefined };
}

function claimOf({
  id,
  organisation,
  zh,
  en,
  new_kind,
  new_name,
  new_credit_code,
  account,
  file,
  at,
  ...row
}: Stored): ClaimView {
  const { state, zone, name, email, position, proof, reason } = row;
  return {
    ...{ id: Number(id), state, zone, name, email, position, proof, reason, hasAccount: account, at: new Date(at) },
    proofFile: file ?? undefined,
    organisation: organisation === null ? undefined : { id: Number(organisation), name: { zh, en } },
    asNew: new_kind === null ? undefined : { kind: new_kind, name: new_name, creditCode: new_credit_code },
  };
}

/** What a claim was sent with, for whoever decides it: for anybody else there is none. */
export async function proofOf(db: Db, actor: Actor, id: number) {
  const [row] = await db
    .select({ zone: claims.zoneCode, file: claims.proofFile })
    .from(claims)
    .where(eq(claims.id, id));
  if (!row || row.file === null || !canDecideClaim(actor, row.zone)) return undefined;
  return fileBehindRecord(db, row.file);
}

/** The brokers and publishers of a zone. */
export async function decidersOf(db: Db, zone: string): Promise<number[]> {
  const rows = await db
    .select({ id: memberships.accountId })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.zoneCode, zone),
        inArray(memberships.role, ['broker', 'publisher']),
        isNull(accounts.disabledAt),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Who somebody is, as their account says it. */
export async function accountNamed(db: Db, id: number): Promise<{ name: string; email: string } | undefined> {
  const [own] = await db
    .select({ name: accounts.name, email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, id));
  return own;
}
