import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { withReceived } from '#files/receive.server.ts';
import { plainTextOf } from '#importers/read-plain.server.ts';
import { proposalWords as words } from '#language/words/proposals.ts';
import { readWorkbook } from '#lists/read-workbook.server.ts';
import { canKeepPlans } from '#plans/plan.ts';
import { planOfDesk } from '#plans/read-desk.server.ts';
import { refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { proposeFromSheet, proposeFromText } from '#proposals/write-reading.server.ts';
import { planVerbWords } from '#language/words/plan-verbs.ts';
import type { RequestEvent } from './$types';

const documents = ['.docx', '.txt', '.html', '.htm'];
const workbooks = ['.xlsx', '.csv'];

type Answer =
  | { readonly ok: true; readonly value: { readonly found: number } }
  | { readonly ok: false; readonly status: number; readonly problems: readonly Problem[] };

/** Reads the file of a form; nothing of it stays but what was proposed. */
export async function readSent(event: RequestEvent): Promise<Answer> {
  const { actor, database } = event.locals;
  const plan = await database.inTransaction(actor, (tx) => planOfDesk(tx, actor, event.params.id));
  // Whoever may not propose has no file read for them either.
  if (!plan || !canKeepPlans(actor, plan.zoneCode) || actor.viewedBy)
    return { ok: false, status: 404, problems: [{ says: planVerbWords.notFound }] };
  const answer = await withReceived(event.request, async ({ files: [arrived] }) =>
    arrived ? readOne(event, arrived) : refused({ field: 'file', says: words.noFile }),
  );
  if ('status' in answer) return { ok: false, status: answer.status, problems: [{ field: 'file', says: answer.says }] };
  return answer.ok ? answer : { ...answer, status: 422 };
}

async function readOne(
  { locals: { actor, database }, params: { id: plan } }: RequestEvent,
  { path, name }: { readonly path: string; readonly name: string },
): Promise<Outcome<{ found: number }>> {
  const ending = extname(name).toLowerCase();
  if (![...documents, ...workbooks].includes(ending)) return refused({ field: 'file', says: words.kindOfFile });
  const bytes = await readFile(path);
  if (workbooks.includes(ending)) {
    const sheets = await readWorkbook(bytes);
    if (!sheets.ok) return sheets;
    return database.allOrNothing(actor, (tx) => proposeFromSheet(tx, actor, { plan, name, sheets: sheets.value }));
  }
  const text = await plainTextOf(bytes, ending);
  if (!text.ok) return text;
  const asked = { plan, name, text: text.value, origin: 'document' as const };
  return database.allOrNothing(actor, (tx) => proposeFromText(tx, actor, asked));
}

const mostAtOnce = 200;

/** The proposals that were ticked, or all that the page showed. */
export function chosenIn(form: FormData): number[] {
  const ids = form
    .getAll(form.get('all') === 'yes' ? 'shown' : 'chosen')
    .flatMap((sent) => (typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? [Number(sent)] : []));
  return ids.slice(0, mostAtOnce);
}

/** A proposal as it was put right; units that help come as ticks and are kept in a line. */
export function editSent(form: FormData): Record<string, string> {
  const texts = [...form].map(([key, sent]) => [key, typeof sent === 'string' ? sent : ''] as const);
  const helping = texts.flatMap(([key, sent]) => (key === 'co' && sent !== '' ? [sent] : []));
  const fields = Object.fromEntries(texts.filter(([key]) => key !== 'co'));
  return 'dueOn' in fields ? { ...fields, co: helping.join(' ') } : fields;
}

/** What was done last, as the address says it. */
export function didHere(url: URL) {
  const [, what, count] = /^(read|accepted|declined|saved)-(\d{1,6})$/.exec(url.searchParams.get('did') ?? '') ?? [];
  if (what === undefined) return undefined;
  return what === 'saved' ? words.did.saved : words.did[what as 'read'](Number(count));
}
