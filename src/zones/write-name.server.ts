import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zones } from './tables.server.ts';
import { makeZonesFindable } from './write.server.ts';
import { canCorrectName } from './zone.ts';

export const nameCorrection = z.strictObject({
  code: z.string().regex(/^\d{8}$/),
  nameEn: z.string().trim().min(3).max(200),
});

/** Replaces the English name that the rules gave by the one a person says; later loads leave it alone. */
export async function correctEnglishName(
  tx: Tx,
  actor: Actor,
  input: z.output<typeof nameCorrection>,
): Promise<Outcome<void>> {
  if (!canCorrectName(actor, input.code)) return refused({ says: words.mayNotCorrect });
  const [before] = await tx.select().from(zones).where(eq(zones.code, input.code)).for('update');
  if (!before) return refused({ field: 'code', says: words.noZone });
  const after = { nameEn: input.nameEn, nameEnByRule: false };
  await tx.update(zones).set(after).where(eq(zones.code, input.code));
  await makeZonesFindable(tx, [input.code]);
  const changes = changesBetween({ nameEn: before.nameEn, nameEnByRule: before.nameEnByRule }, after);
  await remember(tx, actor, { kind: 'zone', record: input.code, action: 'name corrected', changes });
  await notifyChanged(tx, ['zone']);
  return done(undefined);
}
