import type { Actor } from '#accounts/actor.ts';
import { pipelineSheetWords as words } from '#language/words/pipeline-sheet.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { inputOf } from './form.server.ts';
import type { NewProject } from './input.ts';
import { zonesOfProjects } from './project.ts';
import { idsOf, sameAs } from './read-list-sheet.server.ts';
import { changeProject, createProject } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;

/** Changes a project as a row of a file says, by the verb of its form. */
export async function changeFromList(
  tx: Tx,
  actor: Actor,
  { id: reference, cells }: { readonly id: string; readonly cells: Cells },
): Promise<Outcome<unknown>> {
  const { zone, ...typed } = cells;
  if (zone !== undefined) return refused({ says: words.zoneStays });
  const id = (await idsOf(tx, [reference])).get(reference);
  if (id === undefined) return refused({ says: projectWords.notFound });
  const said = await inputOf(tx, typed);
  return said.ok ? changeProject(tx, actor, { id, ...said.value }) : said;
}

/** Adds the lead of a row; one that looks like a project that is there needs its reason. */
export async function addFromList(tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<unknown>> {
  const { zone: given, apartReason = '', country, ...rest } = cells;
  const zone = given || onlyOf(zonesOfProjects(actor));
  if (zone === undefined) return refused({ says: words.zoneNeeded });
  const said = await inputOf(tx, { ...rest, ...(country && { country }) });
  if (!said.ok) return said;
  const same = apartReason ? [] : await sameAs(tx, zone, said.value);
  if (same.length > 0) return refused({ says: words.looksLike(same.join('、')) });
  // What is missing in it is said by the verb, which reads it as anybody's.
  return createProject(tx, actor, { ...said.value, zone, apartReason } as NewProject);
}

function onlyOf(zones: readonly string[] | undefined): string | undefined {
  return zones?.length === 1 ? zones[0] : undefined;
}
