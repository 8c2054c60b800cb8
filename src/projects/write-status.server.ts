import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { dateProblems } from './moves.ts';
import { statuses } from './project.ts';
import { lockProject, type ProjectRow } from './read-row.server.ts';
import { projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { keepLog } from './write-log.server.ts';

const statusInput = z.strictObject({
  id: z.number().int().positive(),
  status: z.enum(statuses),
  on: z.string().max(10),
  reason: cleanText(1000),
  lostTo: cleanText(200).default(''),
  revision: z.number().int().positive().optional(),
});

/** Says that a project pauses, falls behind, is lost (and where to), ends, or goes on: with its day and its reason. */
export async function setStatus(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof statusInput> & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const said = statusInput.safeParse(input);
  if (!said.success) return refused({ field: 'status', says: words.statusUnknown });
  const locked = await lockProject(tx, actor, said.data);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { status, on, reason, lostTo } = said.data;
  const today = dateOf(now);
  const problems = statusProblems(row, said.data, today);
  if (problems.length > 0) return refused(...problems);
  const set = { status, statusReason: reason, lostTo: status === 'lost' ? lostTo : '' };
  await tx.update(projects).set(set).where(eq(projects.id, row.id));
  const note = status === 'lost' ? `${reason} → ${lostTo}` : reason;
  await keepLog(tx, actor, { project: row, lines: [{ kind: 'status', from: row.status, to: status, on, note }] });
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(row.id), action: 'status changed', zone: row.zoneCode },
    changes: { status: [row.status, status], on: [null, on], reason: [null, reason] },
  });
  await changed(tx, row, today);
  return done({ id: row.id });
}

type Said = z.output<typeof statusInput>;

function statusProblems(row: ProjectRow, { status, on, reason, lostTo }: Said, today: string): Problem[] {
  return [
    ...(status === row.status ? [{ field: 'status', says: words.sameStatus(words.statuses[status]) }] : []),
    ...dateProblems(on, { from: row.stageSince, to: today }),
    ...(reason === '' ? [{ field: 'reason', says: words.reasonMissing }] : []),
    ...(status === 'lost' && lostTo === '' ? [{ field: 'lostTo', says: words.lostToMissing }] : []),
  ];
}
