import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { reviewWords as words } from '#language/words/review.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canPublish } from './article.ts';
import { publishingRules } from './tables.server.ts';

export const ruleInput = z.strictObject({
  zoneCode: z.string().regex(/^\d{8}$/),
  twoPerson: z.boolean(),
  englishWanted: z.boolean(),
});
export type RuleInput = z.input<typeof ruleInput>;

/**
 * Says what a zone asks of what it publishes. A publisher may ask for two people; only an operator takes that back, or
 * the rule would hold no longer than it takes to switch it off.
 */
export async function setPublishingRule(tx: Tx, actor: Actor, input: RuleInput): Promise<Outcome<null>> {
  const { zoneCode, ...rule } = ruleInput.parse(input);
  if (!canPublish(actor, zoneCode) || !(await zoneByCode(tx, zoneCode)))
    return refused({ field: 'zone', says: words.noZone });
  const [before] = await tx
    .select({ twoPerson: publishingRules.twoPerson, englishWanted: publishingRules.englishWanted })
    .from(publishingRules)
    .where(eq(publishingRules.zoneCode, zoneCode))
    .for('update');
  if (before?.twoPerson && !rule.twoPerson && !isOperator(actor))
    return refused({ field: 'twoPerson', says: words.operatorSwitchesOff });
  const row = { zoneCode, ...rule, setBy: actor.id, setAt: new Date() };
  await tx.insert(publishingRules).values(row).onConflictDoUpdate({ target: publishingRules.zoneCode, set: row });
  const changes = changesBetween(before ?? { twoPerson: false, englishWanted: false }, rule);
  await remember(tx, actor, { kind: 'zone', record: zoneCode, action: 'publishing rule', changes });
  return done(null);
}
