import type { Actor } from '#accounts/actor.ts';
import { upload } from '#files/upload.server.ts';
import { newsWords } from '#language/words/news.ts';
import { attachedFile, moved, type AttachedFile } from '#news/attachment.ts';
import { attachmentsOf } from '#news/read-attachments.server.ts';
import { articleInWriting } from '#news/read-writing.server.ts';
import { attachFiles } from '#news/write-attachments.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';

/** The list as its form sends it: names and order as they stand there, then what the pressed button does to it. */
export async function keepList({ locals: { actor, database }, id, request }: Asked): Promise<Outcome<null>> {
  const form = await request.formData();
  const names = form.getAll('name').map(String);
  const files = form.getAll('id').map((file, at) => ({ id: String(file), name: names[at] ?? '' }));
  const after = moved(files, String(form.get('do') ?? ''));
  return database.allOrNothing(actor, (tx) => attachFiles(tx, actor, { articleId: id, files: after }));
}

/** Without script: takes in the files of the form and offers them below those that are there. */
export async function uploadAndAttach({ locals, id, request }: Asked): Promise<Outcome<null>> {
  const { actor, database } = locals;
  const { files, problems } = await upload(locals, actor, request);
  const outcome = await database.allOrNothing(actor, (tx) => addToList(tx, actor, { id, files }));
  return problems.length > 0 ? refused(...problems) : outcome;
}

interface Asked {
  readonly locals: App.Locals;
  readonly id: number;
  readonly request: Request;
}

async function addToList(tx: Tx, actor: Actor, { id, files }: { id: number; files: readonly AttachedFile[] }) {
  const article = await articleInWriting(tx, actor, id);
  if (!article) return refused({ field: 'article', says: newsWords.notFound });
  const before = await attachmentsOf(tx, id, article.zoneCode);
  const all = [...before, ...files].flatMap(
    ({ id: file, name }) => attachedFile.safeParse({ id: file, name }).data ?? [],
  );
  return attachFiles(tx, actor, { articleId: id, files: all });
}
