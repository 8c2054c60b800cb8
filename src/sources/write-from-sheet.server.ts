import type { Actor } from '#accounts/actor.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { sourceFor } from './read.server.ts';
import { sourceCells } from './source-list.ts';
import { sourceInput, type SourceInput } from './source.ts';
import { addSource, changeSource } from './write.server.ts';

type Cells = Readonly<Record<string, string>>;

/** A new source from a row of a file. That it publishes by itself is never said in a file: a publisher says so on its page. */
export async function addFromSheet(tx: Tx, actor: Actor, cells: Cells): Promise<Outcome<unknown>> {
  const input = inputFrom(cells, false);
  return input.ok ? addSource(tx, actor, input.value) : input;
}

/** The changed cells of one source. */
export async function changeFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Cells },
): Promise<Outcome<unknown>> {
  const source = await sourceFor(tx, actor, Number(id));
  if (!source) return refused({ says: words.notFound });
  if (cells['zone'] !== undefined) return refused({ field: 'zone', says: words.zoneStays });
  const input = inputFrom({ ...sourceCells(source), ...cells }, source.publish);
  return input.ok ? changeSource(tx, actor, { id: source.id, input: input.value }) : input;
}

function inputFrom(cells: Cells, publish: boolean): Outcome<SourceInput> {
  const parsed = sourceInput.safeParse({
    ...{ zone: cells['zone'], name: cells['name'] ?? '', address: cells['address'] ?? '', publish },
    column: cells['column'] ? cells['column'] : null,
    hosts: (cells['hosts'] ?? '').split(/[\s,，、;；]+/).filter((host) => host !== ''),
    everyMinutes: Number(cells['every'] ?? 0),
  });
  return parsed.success ? { ok: true, value: parsed.data } : refused({ says: words.formWrong });
}
