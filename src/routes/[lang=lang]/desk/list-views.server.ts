import { fail, type RequestEvent } from '@sveltejs/kit';
import { deleteView, saveView } from '#lists/write.server.ts';

/** What a list's page does with views of one's own: the form actions of `ListViews`. */
export function viewActions(list: string) {
  return {
    saveView: async ({ request, locals: { actor, database } }: RequestEvent) => {
      const form = await request.formData();
      const input = { list, name: form.get('name'), query: form.get('query') };
      const outcome = await database.inTransaction(actor, (tx) => saveView(tx, actor, input));
      return outcome.ok ? { problems: [] } : fail(422, { problems: outcome.problems });
    },
    deleteView: async ({ request, locals: { actor, database } }: RequestEvent) => {
      const id = idFrom((await request.formData()).get('view'));
      await database.inTransaction(actor, (tx) => deleteView(tx, actor, id));
      return { problems: [] };
    },
  };
}

/** What is no number is nobody's view. */
function idFrom(sent: FormDataEntryValue | null): number {
  return typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : 0;
}
