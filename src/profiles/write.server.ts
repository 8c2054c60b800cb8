import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canRunZone, profileInput, type ProfileInput } from './profile.ts';
import { zoneProfiles } from './tables.server.ts';

/** Says what a zone is, in both languages. */
export async function saveProfile(tx: Tx, actor: Actor, input: ProfileInput): Promise<Outcome<null>> {
  const parsed = profileInput.safeParse(input);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const says = (field: string) => (field === 'website' ? words.notAddress : words.fieldWrong);
    return refused(...[...fields].map((field) => ({ field, says: says(field) })));
  }
  const { zone, ...profile } = parsed.data;
  if (!canRunZone(actor, zone) || !(await zoneByCode(tx, zone))) return refused({ says: words.noZone });
  const [before] = await tx.select().from(zoneProfiles).where(eq(zoneProfiles.zoneCode, zone)).for('update');
  const changes = changesBetween(before, profile);
  if (Object.keys(changes).length === 0) return done(null);
  const row = { zoneCode: zone, ...profile, updatedAt: new Date() };
  await tx.insert(zoneProfiles).values(row).onConflictDoUpdate({ target: zoneProfiles.zoneCode, set: row });
  await remember(tx, actor, { kind: 'zone', record: zone, action: 'profile', changes });
  await notifyChanged(tx, [`zone:${zone}`]);
  return done(null);
}
