import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { readWorkbook } from '#lists/read-workbook.server.ts';
import { incomingFrom } from '#lists/sheet.ts';
import { applySheet, discardSheet, keepSheet, previewSheet, type SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done } from '#platform/outcome.ts';

/** What they read of a request: whatever the parameters of the page's own address are. */
type Asked = Pick<RequestEvent, 'request' | 'locals' | 'url'>;

type NounIn = (tx: Tx) => Promise<SheetNoun>;

/** What the page of a file shows: what may be changed, and the file that was uploaded last, if one waits. */
export async function loadFileUpdate({ actor, database }: App.Locals, nounIn: NounIn, query: URLSearchParams) {
  return database.inTransaction(actor, async (tx) => {
    const noun = await nounIn(tx);
    const columns = noun.shape.columns.map(({ key, title, read, choices = [] }) => ({
      ...{ key, title, choices },
      isChangeable: read !== undefined,
    }));
    const id = query.get('sheet') ?? '';
    const outcome = isUuid(id) ? await previewSheet(tx, actor, { noun, id }) : done(undefined);
    const preview = outcome.ok ? outcome.value : undefined;
    return {
      columns,
      kept: preview && { id, preview, ignored: query.getAll('ignored').slice(0, 20) },
      problems: outcome.ok ? [] : outcome.problems,
      made: madeIn(query),
    };
  });
}

function madeIn(query: URLSearchParams): number | undefined {
  const made = query.get('made') ?? '';
  return /^\d{1,6}$/.test(made) ? Number(made) : undefined;
}

/** Upload and look, then confirm or discard: the file is read again from where it was put aside, never from the form. */
export function fileUpdateActions(nounIn: NounIn) {
  return {
    look: async ({ request, locals: { actor, database }, url }: Asked) => {
      const { bytes, fileName } = await fileIn(request);
      const sheets = await readWorkbook(bytes);
      if (!sheets.ok) return fail(422, { problems: sheets.problems });
      const outcome = await database.allOrNothing(actor, async (tx) => {
        const noun = await nounIn(tx);
        const incoming = incomingFrom(noun.shape, sheets.value, thisYear());
        if (!incoming.ok) return incoming;
        const { rows, ignored, notices } = incoming.value;
        const kept = await keepSheet(tx, actor, { list: noun.list, fileName, rows, notices });
        return kept.ok ? done({ id: kept.value, ignored }) : kept;
      });
      if (!outcome.ok) return fail(422, { problems: outcome.problems });
      const query = new URLSearchParams([
        ['sheet', outcome.value.id],
        ...outcome.value.ignored.map((one) => ['ignored', one]),
      ]);
      redirect(303, here(url, query));
    },
    confirm: async ({ request, locals: { actor, database }, url }: Asked) => {
      const id = String((await request.formData()).get('sheet') ?? '');
      if (!isUuid(id)) redirect(303, here(url));
      const outcome = await database.allOrNothing(actor, async (tx) =>
        applySheet(tx, actor, { noun: await nounIn(tx), id }),
      );
      if (!outcome.ok) return fail(422, { problems: outcome.problems });
      redirect(303, here(url, new URLSearchParams({ made: String(outcome.value) })));
    },
    discard: async ({ request, locals: { actor, database }, url }: Asked) => {
      const id = String((await request.formData()).get('sheet') ?? '');
      if (isUuid(id)) await database.inTransaction(actor, (tx) => discardSheet(tx, actor, id));
      redirect(303, here(url));
    },
  };
}

/** The same page, with the zone that its file is of. */
function here({ pathname, searchParams }: URL, query = new URLSearchParams()): string {
  const zone = searchParams.get('zone');
  if (zone !== null) query.set('zone', zone);
  return query.size > 0 ? `${pathname}?${query}` : pathname;
}

/** What a day without a year is taken to be in. */
function thisYear(): number {
  return Number(dateOf(new Date()).slice(0, 4));
}

async function fileIn(request: Request): Promise<{ bytes: Uint8Array; fileName: string }> {
  const file = (await request.formData()).get('file');
  if (!(file instanceof File)) return { bytes: new Uint8Array(), fileName: '' };
  return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name.slice(0, 200) };
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
}
