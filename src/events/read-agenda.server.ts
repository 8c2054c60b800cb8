import { asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { AgendaItemView } from './agenda.ts';
import { agendaOf } from './read.server.ts';
import { typedMoment } from './said.ts';
import { agendaItems, speakers } from './tables.server.ts';

export interface TypedSpeaker {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly organisation: string;
}

/** An item of the agenda as the desk shows it, and as its form has it. */
export interface DeskItem extends AgendaItemView {
  readonly typed: Readonly<Record<string, string>>;
  readonly lines: readonly TypedSpeaker[];
}

export async function agendaForDesk(tx: Tx, eventId: number): Promise<DeskItem[]> {
  const views = await agendaOf(tx, eventId);
  if (views.length === 0) return [];
  const ids = views.map(({ id }) => id);
  const rows = await tx.select().from(agendaItems).where(inArray(agendaItems.id, ids));
  const named = await tx
    .select({ speaker: speakers })
    .from(speakers)
    .innerJoin(agendaItems, eq(agendaItems.id, speakers.agendaItemId))
    .where(eq(agendaItems.eventId, eventId))
    .orderBy(asc(speakers.position));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = Map.groupBy(named, ({ speaker }) => speaker.agendaItemId);
  return views.map((view) => ({
    ...view,
    typed: typedItem(byId.get(view.id)),
    lines: (lines.get(view.id) ?? []).map(({ speaker: { nameZh, nameEn, organisationName } }) => ({
      ...{ nameZh, nameEn, organisation: organisationName },
    })),
  }));
}

function typedItem(row: typeof agendaItems.$inferSelect | undefined): Record<string, string> {
  if (!row) return {};
  const { titleZh, titleEn, roomZh, roomEn } = row;
  return { titleZh, titleEn, roomZh, roomEn, beginsAt: typedMoment(row.beginsAt), endsAt: typedMoment(row.endsAt) };
}
