import { listWords as words } from '#language/words/lists.ts';
import { listingBulk, listingsInBulk, mostListingsAtOnce, type ListingBulk } from '#listings/write-bulk.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';

interface Asked {
  readonly ids: readonly number[];
  readonly input: ListingBulk;
}

/** Which listings were chosen, and what is to be done with them. */
export function bulkForm(form: FormData): Outcome<Asked> {
  const ids = form.getAll('id').map(Number).filter(Number.isSafeInteger);
  if (ids.length === 0) return refused({ says: words.noneSelected });
  if (ids.length > mostListingsAtOnce) return refused({ says: words.tooManySelected });
  const action = String(form.get('action'));
  const fields = action === 'close' ? { reason: form.get('reason'), note: form.get('note') ?? undefined } : {};
  const input = listingBulk.safeParse({ action, ...fields });
  return input.success ? done({ ids, input: input.data }) : refused({ says: words.notUnderstood });
}

/** Does it, and says of which listings it was refused and why. */
export async function doBulk({ database, actor }: App.Locals, asked: Asked) {
  const answers = await listingsInBulk(database, actor, asked);
  const did = answers.flatMap(({ id, outcome }) => (outcome.ok ? [id] : []));
  const refusals: { id: number; problems: Problem[] }[] = answers.flatMap(({ id, outcome }) =>
    outcome.ok ? [] : [{ id, problems: outcome.problems }],
  );
  return { did, refused: refusals };
}
