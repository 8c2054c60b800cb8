import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { minuteOf } from '#language/dates.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canVouchFor, isVouched, mentioned, organisationChange, organisationInput } from './organisation.ts';
import type { Mentionable, Organisation, OrganisationChange } from './organisation.ts';
import { parsed } from './parse.ts';
import type { OrganisationView } from './read.server.ts';
import { organisations } from './tables.server.ts';
import { problemsTogether } from './write-checks.server.ts';
import { refreshKeys } from './write-keys.server.ts';
import { refreshOrganisation } from './write-public.server.ts';
import { lockOrganisation, nextRevision, settled } from './write.server.ts';

/** Changes what is said of an organisation; what is not mentioned stays. Nothing is written over that was not seen. */
export async function changeOrganisation(
  tx: Tx,
  actor: Actor,
  input: OrganisationChange,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(organisationChange, input);
  if (!said.ok) return said;
  const { id, revision, ...fields } = said.value;
  const locked = await lockOrganisation(tx, actor, id);
  if (!locked.ok) return locked;
  const before = locked.value;
  const row = settled({ ...contentOf(before), ...withoutStaleCheck(before, fields) });
  const changes = changesBetween<Organisation>(contentOf(before), row);
  if (Object.keys(changes).length === 0) return done({ id });
  const problems = [...unseen(before, revision, changes), ...notTheirs(actor, before, changes)];
  if (problems.length > 0) return refused(...problems);
  const wrong = await problemsTogether(tx, row, id);
  if (wrong.length > 0) return refused(...wrong);
  await tx
    .update(organisations)
    .set({ ...row, ...nextRevision() })
    .where(eq(organisations.id, id));
  const zone = before.zoneCode;
  await remember(tx, actor, { kind: 'organisation', record: String(id), action: 'change', changes, zone });
  if ('nameZh' in changes || 'nameEn' in changes) await refreshKeys(tx, id);
  await refreshOrganisation(tx, id);
  return done({ id });
}

const contentFields = Object.keys(organisationInput.shape) as (keyof Organisation)[];

/** What is said of it, without whose it is and where it stands. */
export function contentOf(view: OrganisationView): Organisation {
  return Object.fromEntries(contentFields.map((field) => [field, view[field]])) as unknown as Organisation;
}

/** Another code than the one that was checked is not checked, unless it is said so again. */
function withoutStaleCheck(before: Organisation, said: Mentionable): Partial<Organisation> {
  const isOther = said.creditCode !== undefined && said.creditCode !== before.creditCode;
  return isOther && said.codeChecked === undefined ? { ...mentioned(said), codeChecked: false } : mentioned(said);
}

/** Somebody changed it in between: what it says now stands beside each field that would be written over. */
function unseen({ revision: now, updatedAt }: OrganisationView, seen: number | undefined, changes: Changes): Problem[] {
  if (seen === undefined || seen === now) return [];
  const fields = Object.entries(changes).map(([field, [value]]) => ({ field, says: words.nowSays(shown(value)) }));
  return [{ says: words.changedSince(minuteOf(updatedAt)) }, ...fields];
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') : String(value ?? '').slice(0, 200);
}

/** What the zone vouches for stays as it is, whatever a member sends. */
function notTheirs(actor: Actor, before: OrganisationView, changes: Changes): Problem[] {
  if (canVouchFor(actor, before)) return [];
  return Object.entries(changes)
    .filter(
      ([field, [was, is]]) => isVouched(field as keyof Organisation, before.codeChecked) && !isDeepStrictEqual(was, is),
    )
    .map(([field]) => ({ field, says: words.onlyItsZone }));
}
