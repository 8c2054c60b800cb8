import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { parsed } from './parse.ts';
import { figureInput, yearInput, type FigureInput, type YearInput } from './part.ts';
import { lockCluster } from './read-row.server.ts';
import { clusterMembers, clusterYears, organisationOutputs } from './tables.server.ts';
import { refreshOutputs } from './write-output.server.ts';

/** Enters what a member made in a year, with its source; all clusters it belongs to are summed up again. */
export async function putFigure(tx: Tx, actor: Actor, input: FigureInput): Promise<Outcome<{ id: number }>> {
  const said = parsed(figureInput, input);
  if (!said.ok) return said;
  const { cluster, organisation, year, value, source, sourceUrl } = said.value;
  const locked = await lockCluster(tx, actor, cluster);
  if (!locked.ok) return locked;
  const zone = locked.value.zoneCode;
  const of = await clustersOf(tx, zone, organisation);
  const problems = whyNotFigure(said.value, of);
  if (problems.length > 0) return refused(...problems);
  const before = await figureOf(tx, { zone, organisation, year });
  const changes = changesBetween<object>(before, { organisation, year, value, source, sourceUrl });
  if (Object.keys(changes).length === 0 || (!before && value === null)) return done({ id: cluster });
  await keepFigure(tx, actor, { ...said.value, zone });
  const action = value === null ? 'figure removed' : 'figure entered';
  await remember(tx, actor, { kind: 'cluster', record: String(cluster), action, changes, zone });
  await refreshOutputs(tx, of);
  return done({ id: cluster });
}

function whyNotFigure({ cluster, value, source }: z.output<typeof figureInput>, of: readonly number[]): Problem[] {
  return [
    ...(of.includes(cluster) ? [] : [{ field: 'organisation', says: words.noMember }]),
    ...(value !== null && source === '' ? [{ field: 'source', says: words.sayFigureSource }] : []),
  ];
}

type Figured = z.output<typeof figureInput> & { readonly zone: string };

async function keepFigure(tx: Tx, actor: Actor, { organisation, year, value, source, sourceUrl, zone }: Figured) {
  if (value === null) return tx.delete(organisationOutputs).where(figureIs({ zone, organisation, year }));
  const { organisationId, zoneCode, year: ofYear } = organisationOutputs;
  return tx
    .insert(organisationOutputs)
    .values({ organisationId: organisation, zoneCode: zone, year, value, source, sourceUrl, actorName: actor.name })
    .onConflictDoUpdate({
      target: [organisationId, zoneCode, ofYear],
      set: { value, source, sourceUrl, actorName: actor.name, at: sql`now()` },
    });
}

interface Figure {
  readonly zone: string;
  readonly organisation: number;
  readonly year: number;
}

function figureIs({ zone, organisation, year }: Figure) {
  const { organisationId, zoneCode } = organisationOutputs;
  return and(eq(organisationId, organisation), eq(zoneCode, zone), eq(organisationOutputs.year, year));
}

async function figureOf(tx: Tx, figure: Figure) {
  const { organisationId: organisation, year, value, source, sourceUrl } = organisationOutputs;
  const [row] = await tx
    .select({ organisation, year, value, source, sourceUrl })
    .from(organisationOutputs)
    .where(figureIs(figure));
  return row;
}

async function clustersOf(tx: Tx, zone: string, organisation: number): Promise<number[]> {
  const rows = await tx
    .select({ id: clusterMembers.clusterId })
    .from(clusterMembers)
    .where(and(eq(clusterMembers.organisationId, organisation), eq(clusterMembers.zoneCode, zone)));
  return rows.map(({ id }) => id);
}

type Year = Pick<z.output<typeof yearInput>, 'stated' | 'target' | 'sourceZh'>;

function whyNotYear({ stated, target, sourceZh }: Year): Problem[] {
  if (stated !== null && sourceZh === '') return [{ field: 'sourceZh', says: words.saySource }];
  return target === 0 ? [{ field: 'target', says: words.wrong['target'] ?? words.notUnderstood }] : [];
}

/** Says what a cluster is to reach in a year, and what is said that it made where its members' figures do not say it. */
export async function putYear(tx: Tx, actor: Actor, input: YearInput): Promise<Outcome<{ id: number }>> {
  const said = parsed(yearInput, input);
  if (!said.ok) return said;
  const { cluster, year, adjustment, ...fields } = said.value;
  const locked = await lockCluster(tx, actor, cluster);
  if (!locked.ok) return locked;
  const wrong = whyNotYear(fields);
  if (wrong.length > 0) return refused(...wrong);
  const zone = locked.value.zoneCode;
  const [before] = await tx
    .select()
    .from(clusterYears)
    .where(and(eq(clusterYears.clusterId, cluster), eq(clusterYears.year, year)));
  const changes = changesBetween<object>(before, { year, ...fields });
  if (Object.keys(changes).length === 0) return done({ id: cluster });
  const plans = [locked.value.planId].filter(() => 'target' in changes);
  const adjusted = await adjustPlans(tx, actor, { plans, adjustment });
  if (!adjusted.ok) return adjusted;
  await tx
    .insert(clusterYears)
    .values({ clusterId: cluster, zoneCode: zone, year, ...fields })
    .onConflictDoUpdate({ target: [clusterYears.clusterId, clusterYears.year], set: fields });
  await remember(tx, actor, { kind: 'cluster', record: String(cluster), action: 'year stated', changes, zone });
  await refreshOutputs(tx, [cluster]);
  return done({ id: cluster });
}
