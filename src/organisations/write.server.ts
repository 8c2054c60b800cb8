import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canKeep, canKeepFor, canVouchFor, mentioned, newOrganisation, type Organisation } from './organisation.ts';
import type { NewOrganisation } from './organisation.ts';
import { parsed } from './parse.ts';
import { organisationOf, type OrganisationView } from './read.server.ts';
import { organisations } from './tables.server.ts';
import { problemsTogether } from './write-checks.server.ts';
import { refreshKeys } from './write-keys.server.ts';
import { refreshOrganisation } from './write-public.server.ts';

const nothingSaid: Omit<Organisation, 'kind' | 'nameZh'> = {
  ...{ instituteKind: null, nameEn: '', creditCode: null, codeChecked: false, placeCode: null, industries: [] },
  ...{ size: null, summaryZh: '', summaryEn: '', capabilitiesZh: '', capabilitiesEn: '' },
  ...{ disciplines: [], website: '' },
};

/** Adds an organisation to those a zone keeps. It is not public until somebody makes it so. */
export async function createOrganisation(
  tx: Tx,
  actor: Actor,
  input: NewOrganisation,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(newOrganisation, input);
  if (!said.ok) return said;
  const { zone, sample = false, kind, nameZh, ...rest } = said.value;
  if (!canKeepFor(actor, zone) || !(await zoneByCode(tx, zone)))
    return refused({ field: 'zone', says: words.notYourZone });
  const row = settled({ ...nothingSaid, kind, nameZh, ...mentioned(rest) });
  const problems = await problemsTogether(tx, row);
  if (problems.length > 0) return refused(...problems);
  const [made] = await tx
    .insert(organisations)
    .values({ ...row, zoneCode: zone, sample })
    .returning({ id: organisations.id });
  if (!made) throw new Error('an organisation that was added has no id');
  const changes = changesBetween<Organisation>(undefined, row);
  await remember(tx, actor, { kind: 'organisation', record: String(made.id), action: 'add', changes, zone });
  await refreshKeys(tx, made.id);
  await refreshOrganisation(tx, made.id);
  return done(made);
}

/** Only an institute is of a kind of institute. */
export function settled(row: Organisation): Organisation {
  return row.kind === 'institute' ? row : { ...row, instituteKind: null };
}

/** Shows an organisation to everybody, or takes it back. */
export async function setPublic(
  tx: Tx,
  actor: Actor,
  { id, isPublic }: { id: number; isPublic: boolean },
): Promise<Outcome<{ id: number }>> {
  const locked = await lockOrganisation(tx, actor, id);
  if (!locked.ok) return locked;
  if (!canVouchFor(actor, locked.value)) return refused({ says: words.onlyItsZone });
  if (locked.value.isPublic === isPublic) return done({ id });
  await tx
    .update(organisations)
    .set({ isPublic, ...nextRevision() })
    .where(eq(organisations.id, id));
  const action = isPublic ? 'made public' : 'taken back';
  await remember(tx, actor, { kind: 'organisation', record: String(id), action, zone: locked.value.zoneCode });
  await refreshOrganisation(tx, id);
  return done({ id });
}

export function nextRevision() {
  return { revision: sql`${organisations.revision} + 1`, updatedAt: sql`now()` };
}

/** The organisation, locked for a change by somebody who may make one; any other is as if it did not exist. */
export async function lockOrganisation(tx: Tx, actor: Actor, id: number): Promise<Outcome<OrganisationView>> {
  const [row] = await tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), isNull(organisations.mergedInto)))
    .for('update');
  return row && canKeep(actor, row) ? done(organisationOf(row)) : refused({ says: words.notFound });
}
