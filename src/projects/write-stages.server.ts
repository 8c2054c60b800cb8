import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { gates, needNames, type Need } from './gates.ts';
import { stages, type Stage } from './project.ts';
import { stageFields, stageRules } from './tables.server.ts';
import { refreshProjects } from './write-standing.server.ts';

const stagesInput = z.partialRecord(
  z.enum(stages),
  z.strictObject({
    usualDays: z.number().int().min(1).max(3650).nullable(),
    needs: z.array(z.enum(needNames)),
  }),
);
export type StagesInput = z.input<typeof stagesInput>;

/** Says how long each stage usually takes and what it asks for besides the table of gates; every light follows at once. */
export async function saveStages(
  tx: Tx,
  actor: Actor,
  { rules, now = new Date() }: { readonly rules: StagesInput; readonly now?: Date },
): Promise<Outcome<null>> {
  if (!isOperator(actor) || actor.viewedBy) return refused({ says: words.onlyOperator });
  const said = stagesInput.safeParse(rules);
  if (!said.success) return refused({ field: String(said.error.issues[0]?.path[0] ?? ''), says: words.daysWrong });
  const before = await kept(tx);
  await replace(tx, Object.entries(said.data) as Rule[]);
  const changes = changesBetween<object>(before, await kept(tx));
  if (Object.keys(changes).length === 0) return done(null);
  await remember(tx, actor, { kind: 'project', record: 'stages', action: 'gates changed', changes });
  await refreshProjects(tx, { today: dateOf(now) });
  return done(null);
}

type Rule = [Stage, { usualDays: number | null; needs: Need[] }];

async function replace(tx: Tx, rules: readonly Rule[]): Promise<void> {
  await tx.delete(stageFields);
  const added = rules.flatMap(([stage, { needs }]) =>
    [...new Set(needs)].filter((need) => !gates[stage].includes(need)).map((need) => ({ stage, need })),
  );
  if (added.length > 0) await tx.insert(stageFields).values(added);
  const days = rules.map(([stage, { usualDays }]) => ({ stage, days: usualDays }));
  await tx.execute(sql`update stage_rule set usual_days = now.days
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as now (stage text, days smallint) where now.stage = stage_rule.stage`);
}

async function kept(tx: Tx): Promise<Record<string, unknown>> {
  const rules = await tx.select().from(stageRules);
  const fields = await tx.select().from(stageFields);
  const needsOf = (stage: Stage) =>
    fields
      .filter((field) => field.stage === stage)
      .map(({ need }) => need)
      .sort();
  return Object.fromEntries(rules.map(({ stage, usualDays }) => [stage, { usualDays, needs: needsOf(stage) }]));
}
