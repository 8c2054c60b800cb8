import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember, type Remembered } from '#history/write.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { columnWords as words } from '#language/words/columns.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { columnInput, columnSays, type ColumnInput } from './column.ts';
import { articlesIn } from './read-columns.server.ts';
import { newsColumns } from './tables.server.ts';

type Row = typeof newsColumns.$inferSelect;
type Changes = Pick<Remembered, 'action' | 'changes'>;

/** Adds a column at the end of its list. */
export async function addColumn(
  tx: Tx,
  actor: Actor,
  { parent, ...input }: ColumnInput & { parent: string | null },
): Promise<Outcome<null>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  const said = checked(input);
  if (!said.ok) return said;
  await lockColumns(tx);
  if (parent !== null && !(await isOpenTop(tx, parent))) return refused({ field: 'parent', says: words.parentWrong });
  const [last] = await tx.select({ n: sql<number>`coalesce(max(position), 0)::int` }).from(newsColumns);
  const row = { ...said.value, parent, position: (last?.n ?? 0) + 1 };
  const added = await tx.insert(newsColumns).values(row).onConflictDoNothing().returning({ slug: newsColumns.slug });
  if (added.length === 0) return refused({ field: 'slug', says: words.slugTaken });
  return told(tx, actor, { slug: row.slug, action: 'add', changes: changesBetween<object>(undefined, row) });
}

/** Changes names, descriptions and type. The slug says which column, and stays. */
export async function changeColumn(tx: Tx, actor: Actor, input: ColumnInput): Promise<Outcome<null>> {
  const column = await columnToChange(tx, actor, input.slug);
  if (!column.ok) return column;
  const said = checked(input);
  if (!said.ok) return said;
  const changes = changesBetween<object>(column.value, said.value);
  if (Object.keys(changes).length === 0) return done(null);
  await tx.update(newsColumns).set(said.value).where(eq(newsColumns.slug, input.slug));
  return told(tx, actor, { slug: input.slug, action: 'change', changes });
}

/** Moves a column one place up or down among those beside it. */
export async function shiftColumn(
  tx: Tx,
  actor: Actor,
  { slug, by }: { slug: string; by: -1 | 1 },
): Promise<Outcome<null>> {
  const column = await columnToChange(tx, actor, slug);
  if (!column.ok) return column;
  const { parent } = column.value;
  const beside = await tx
    .select({ slug: newsColumns.slug })
    .from(newsColumns)
    .where(parent === null ? isNull(newsColumns.parent) : eq(newsColumns.parent, parent))
    .orderBy(asc(newsColumns.position), asc(newsColumns.slug));
  const before = beside.map((one) => one.slug);
  const at = before.indexOf(slug);
  if (at + by < 0 || at + by >= before.length) return done(null);
  const after = before.toSpliced(at, 1).toSpliced(at + by, 0, slug);
  await tx.execute(sql`update news_column set position = place from unnest(${sql.param(after)}::text[])
    with ordinality as given (of_slug, place) where slug = of_slug`);
  return told(tx, actor, { slug, action: 'order', changes: { order: [before, after] } });
}

/** A retired column keeps its articles and its address, and is offered for nothing new. */
export async function retireColumn(
  tx: Tx,
  actor: Actor,
  { slug, retired }: { slug: string; retired: boolean },
): Promise<Outcome<null>> {
  const column = await columnToChange(tx, actor, slug);
  if (!column.ok) return column;
  if (column.value.retired === retired) return done(null);
  await tx.update(newsColumns).set({ retired }).where(eq(newsColumns.slug, slug));
  const changes = { retired: [!retired, retired] } as const;
  return told(tx, actor, { slug, action: retired ? 'retire' : 'bring back', changes });
}

/** Deletes a column that nothing was ever put in. */
export async function removeColumn(tx: Tx, actor: Actor, slug: string): Promise<Outcome<null>> {
  const column = await columnToChange(tx, actor, slug);
  if (!column.ok) return column;
  const n = await articlesIn(tx, slug);
  if (n > 0) return refused({ says: words.hasArticles(n) });
  const { rows } = await tx.execute(sql`select from source where column_slug = ${slug}
    union all select from news_column where parent = ${slug} limit 1`);
  if (rows.length > 0) return refused({ says: words.isUsed });
  await tx.delete(newsColumns).where(eq(newsColumns.slug, slug));
  const gone = Object.fromEntries(Object.entries(column.value).map(([key, value]) => [key, [value, null] as const]));
  return told(tx, actor, { slug, action: 'remove', changes: gone });
}

/** Whether articles may be put in this column from now on. */
export async function isOpenColumn(tx: Tx, slug: string): Promise<boolean> {
  const open = and(eq(newsColumns.slug, slug), eq(newsColumns.retired, false));
  return (await tx.select({ slug: newsColumns.slug }).from(newsColumns).where(open)).length === 1;
}

async function isOpenTop(tx: Tx, slug: string): Promise<boolean> {
  const top = and(eq(newsColumns.slug, slug), isNull(newsColumns.parent), ne(newsColumns.retired, true));
  return (await tx.select({ slug: newsColumns.slug }).from(newsColumns).where(top)).length === 1;
}

function checked(input: ColumnInput): Outcome<ColumnInput> {
  const parsed = columnInput.safeParse(input);
  if (parsed.success) return done(parsed.data);
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return refused(...[...fields].map((field) => ({ field, says: columnSays[field] ?? words.nameWrong })));
}

/** The order is of all columns together, so one change waits for another. */
async function lockColumns(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('news_column'))`);
}

async function columnToChange(tx: Tx, actor: Actor, slug: string): Promise<Outcome<Row>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  await lockColumns(tx);
  const [row] = await tx.select().from(newsColumns).where(eq(newsColumns.slug, slug));
  return row ? done(row) : refused({ says: words.noColumn });
}

async function told(tx: Tx, actor: Actor, { slug, ...what }: Changes & { slug: string }): Promise<Outcome<null>> {
  await remember(tx, actor, { kind: 'column', record: slug, ...what });
  // Lists, articles and their feeds all name the column.
  await notifyChanged(tx, ['column', 'news-list', 'news']);
  return done(null);
}
