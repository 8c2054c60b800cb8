import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { templateWords as words } from '#language/words/message-templates.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { messageTemplates as table } from './tables.server.ts';
import { canKeepTemplates, templateInput, unknownIn, type TemplateInput } from './template.ts';

type Answer = Promise<Outcome<{ id: number }>>;
const gone: Problem = { says: words.notFound };

/** Writes a template of the zone's own, or changes it; a placeholder that there is not is told. */
export async function saveTemplate(tx: Tx, actor: Actor, input: TemplateInput): Answer {
  const parsed = templateInput.safeParse(input);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return refused(
      ...fields.map((field) => ({ field, says: words.wrong[field as keyof typeof words.wrong] ?? words.notFound })),
    );
  }
  const { id, zone: zoneCode, ...fields } = parsed.data;
  if (!canKeepTemplates(actor, zoneCode)) return refused(gone);
  const unknown = (['bodyZh', 'bodyEn'] as const).flatMap((field) =>
    unknownIn(fields[field]).map((found) => ({ field, says: words.unknown(found) })),
  );
  if (unknown.length > 0) return refused(...unknown);
  if (id === null) return added(tx, actor, { zoneCode, ...fields });
  const before = await locked(tx, actor, id);
  if (!before || before.zoneCode !== zoneCode) return refused(gone);
  await tx
    .update(table)
    .set({ ...fields, updatedAt: new Date() })
    .where(eq(table.id, id));
  const changes = { bodyZh: [before.bodyZh, fields.bodyZh], bodyEn: [before.bodyEn, fields.bodyEn] } as const;
  await remember(tx, actor, { kind: 'template', record: String(id), action: 'changed', changes, zone: zoneCode });
  return done({ id });
}

async function added(tx: Tx, actor: Actor, fields: typeof table.$inferInsert): Answer {
  const [row] = await tx.insert(table).values(fields).returning({ id: table.id });
  if (!row) return refused(gone);
  const zone = fields.zoneCode;
  await remember(tx, actor, { kind: 'template', record: String(row.id), action: 'add', zone });
  return done({ id: row.id });
}

/** The template, for who may keep it: for anybody else it is not there. */
async function locked(tx: Tx, actor: Actor, id: number) {
  const [row] = await tx.select().from(table).where(eq(table.id, id)).for('update');
  return row && canKeepTemplates(actor, row.zoneCode) ? row : undefined;
}

/** Deletes a template of the zone's own. */
export async function deleteTemplate(tx: Tx, actor: Actor, { id }: { id: number }): Answer {
  const before = await locked(tx, actor, id);
  if (!before) return refused(gone);
  await tx.delete(table).where(eq(table.id, id));
  const { zoneCode: zone, nameZh } = before;
  const changes = { nameZh: [nameZh, null] } as const;
  await remember(tx, actor, { kind: 'template', record: String(id), action: 'deleted', changes, zone });
  return done({ id });
}
