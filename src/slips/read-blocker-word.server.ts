import { eq } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { BlockerSaid } from './blocker.ts';
import { blockers } from './tables.server.ts';

/** The blocker that a slip came from, and what its enterprise says of it. */
export interface BlockerWord {
  readonly id: number;
  readonly organisation: TwoText;
  readonly isAsked: boolean;
  readonly said: BlockerSaid;
  readonly saidNote: string;
}

export async function blockerOfSlip(db: Db, id: number | null): Promise<BlockerWord | undefined> {
  if (id === null) return undefined;
  const [row] = await db
    .select({
      ...{ id: blockers.id, askedAt: blockers.askedAt, said: blockers.said, saidNote: blockers.saidNote },
      ...{ zh: organisations.nameZh, en: organisations.nameEn },
    })
    .from(blockers)
    .innerJoin(organisations, eq(organisations.id, blockers.organisationId))
    .where(eq(blockers.id, id));
  if (!row) return undefined;
  const { zh, en, askedAt, ...word } = row;
  return { ...word, isAsked: askedAt !== null, organisation: { zh, en: en || zh } };
}
