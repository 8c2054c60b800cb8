import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf, isDay } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { sumOf } from './count.ts';
import { mostMoney } from './input.ts';
import { parsed } from './problems.ts';
import { arrivalKinds } from './project.ts';
import { arrivalsOf, type ArrivalRow } from './read-ledger.server.ts';
import { lockProject } from './read-row.server.ts';
import { arrivals } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { refreshFigures } from './write-figures.server.ts';
import { tieDocuments } from './write-files.server.ts';

const id = z.number().int().positive();

const arrivalInput = z.strictObject({
  id,
  kind: z.enum(arrivalKinds),
  amount: z.number().gt(-mostMoney).lt(mostMoney),
  arrivedOn: z.string().refine(isDay),
  source: cleanText(400, 1),
  document: z.uuid().nullable().default(null),
  /** The line that it corrects: only then may it be less than nothing. */
  corrects: id.nullable().default(null),
});
export type ArrivalInput = z.input<typeof arrivalInput>;

/** Writes down money that came, or a correction of an earlier line: nothing of the ledger is ever changed. */
export async function recordArrival(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: ArrivalInput & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const said = parsed(arrivalInput, input);
  if (!said.ok) return said;
  const { id: project, ...line } = said.value;
  const locked = await lockProject(tx, actor, { id: project });
  if (!locked.ok) return locked;
  const row = locked.value;
  if (line.arrivedOn > dateOf(now)) return refused({ field: 'arrivedOn', says: words.inFuture });
  const problem = amountProblem(await arrivalsOf(tx, [project]), line);
  if (problem) return refused(problem);
  const tied = await tieDocuments(tx, row, line.document);
  if (!tied.ok) return tied;
  const of = { projectId: project, zoneCode: row.zoneCode, actor: actor.id, actorName: actor.name };
  await tx.insert(arrivals).values({ ...of, ...line });
  const { kind, amount, arrivedOn, corrects } = line;
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(project), action: 'arrival recorded', zone: row.zoneCode },
    changes: {
      ...{ kind: [null, kind], amount: [null, amount], arrivedOn: [null, arrivedOn] },
      ...(corrects !== null && { corrects: [null, corrects] }),
    },
  });
  await refreshFigures(tx, [project]);
  await changed(tx, row, dateOf(now));
  return done({ id: project });
}

type Line = Pick<ArrivalRow, 'kind' | 'amount' | 'corrects'>;

function amountProblem(lines: readonly ArrivalRow[], { kind, amount, corrects }: Line) {
  if (amount === 0) return { field: 'amount', says: words.fillIn };
  const corrected = lines.find((line) => line.id === corrects);
  if (corrects !== null && corrected?.kind !== kind) return { field: 'corrects', says: words.lineGone };
  if (amount < 0 && corrects === null) return { field: 'amount', says: words.onlyCorrections };
  const sum = sumOf([...lines.filter((line) => line.kind === kind).map((line) => line.amount), amount]);
  return sum < 0 ? { field: 'amount', says: words.belowNothing } : undefined;
}
