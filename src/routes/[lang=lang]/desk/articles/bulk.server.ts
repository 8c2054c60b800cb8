import { listWords as words } from '#language/words/lists.ts';
import { bulkInput, inBulk, mostAtOnce, type BulkInput } from '#news/write-bulk.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';

interface Asked {
  readonly ids: readonly number[];
  readonly input: BulkInput;
}

/** Which articles were chosen, and what is to be done with them. */
export function bulkForm(form: FormData): Outcome<Asked> {
  const ids = form.getAll('id').map(Number).filter(Number.isSafeInteger);
  if (ids.length === 0) return refused({ says: words.noneSelected });
  if (ids.length > mostAtOnce) return refused({ says: words.tooManySelected });
  const fields: Readonly<Record<string, object>> = {
    move: { column: form.get('column') },
    withdraw: { reason: form.get('reason') },
  };
  const action = String(form.get('action'));
  const input = bulkInput.safeParse({ action, ...fields[action] });
  return input.success ? done({ ids, input: input.data }) : refused({ says: words.notUnderstood });
}

/** Does it, and says of which articles it was refused and why. */
export async function doBulk({ database, actor }: App.Locals, asked: Asked) {
  const answers = await inBulk(database, actor, asked);
  const did = answers.flatMap(({ id, outcome }) => (outcome.ok ? [id] : []));
  const refusals: { id: number; problems: Problem[] }[] = answers.flatMap(({ id, outcome }) =>
    outcome.ok ? [] : [{ id, problems: outcome.problems }],
  );
  return { did, refused: refusals };
}
