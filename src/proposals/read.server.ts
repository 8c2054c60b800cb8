import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import { proposalsAtOnce } from './at-once.ts';
import { proposalReadings, proposals } from './tables.server.ts';

/** What waits to be looked through, the newest reading first, in the order of its document. */
export async function openProposals(db: Db, plan: number) {
  const open = and(eq(proposals.planId, plan), eq(proposals.state, 'open'));
  const rows = await db
    .select({ proposal: proposals, name: proposalReadings.name })
    .from(proposals)
    .innerJoin(proposalReadings, eq(proposalReadings.id, proposals.readingId))
    .where(open)
    .orderBy(desc(proposals.readingId), asc(proposals.position))
    .limit(proposalsAtOnce);
  const [all] = await db.select({ total: count() }).from(proposals).where(open);
  return {
    total: all?.total ?? 0,
    proposals: rows.map(({ proposal: { id, kind, number, sentence, marks, fields, lang, revision }, name }) => ({
      ...{ id, kind, number, sentence, marks, fields, lang, revision, from: name },
    })),
  };
}

export type OpenProposal = Awaited<ReturnType<typeof openProposals>>['proposals'][number];

/** The units of a zone that can own something, to choose from and to be known by their names. */
export async function unitChoices(db: Db, zone: string) {
  const rows = await db
    .select({ id: units.id, zh: units.nameZh, en: units.nameEn })
    .from(units)
    .where(and(eq(units.zoneCode, zone), eq(units.active, true)))
    .orderBy(asc(units.kind), asc(units.position), asc(units.id));
  return rows.map(({ id, zh, en }) => ({ id, name: zh, nameEn: en, label: { zh, en: en === '' ? zh : en } }));
}
