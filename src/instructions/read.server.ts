import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { AboutKind, InstructionView } from './instruction.ts';
import { instructions } from './tables.server.ts';

const mostOffered = 200;

/** The newest instructions of a zone, as a form offers them. */
export async function instructionsOf(db: Db, zone: string): Promise<InstructionView[]> {
  const rows = await db
    .select()
    .from(instructions)
    .where(eq(instructions.zoneCode, zone))
    .orderBy(desc(instructions.givenOn), desc(instructions.id))
    .limit(mostOffered);
  return rows.map(instructionView);
}

/** One instruction of that zone. */
export async function instructionIn(db: Db, zone: string, id: number): Promise<InstructionView | undefined> {
  const [row] = await db
    .select()
    .from(instructions)
    .where(and(eq(instructions.id, id), eq(instructions.zoneCode, zone)));
  return row && instructionView(row);
}

function instructionView(row: typeof instructions.$inferSelect): InstructionView {
  const { id, zoneCode, leaderName, body, givenOn, document, aboutKind, aboutRecord, sample } = row;
  const about = aboutRecord === null ? undefined : { kind: aboutKind as AboutKind, id: aboutRecord };
  return { id, zoneCode, leaderName, body, givenOn, document, about, sample };
}
