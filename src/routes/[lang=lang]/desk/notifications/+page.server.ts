import { fail, redirect } from '@sveltejs/kit';
import { cursorFrom, cursorTo } from '#notifications/notification.ts';
import { notificationsOf, pageSize, unreadCount } from '#notifications/read.server.ts';
import { markRead } from '#notifications/write.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const accountId = actor.accountId ?? 0;
  const after = cursorFrom(url.searchParams.get('after'));
  const [unread, list] = await database.inTransaction(
    actor,
    async (tx) => [await unreadCount(tx, accountId), await notificationsOf(tx, accountId, after)] as const,
  );
  const last = list.length === pageSize ? list.at(-1) : undefined;
  return { unread, list, next: last && cursorTo(last) };
};

export const actions: Actions = {
  /** Marks one as read and goes where it leads. */
  open: async ({ request, locals }) => {
    const outcome = await mark(locals, idIn(await request.formData()));
    if (!outcome.ok) return fail(403, { problems: outcome.problems });
    redirect(303, `/${locals.lang}${outcome.value}`);
  },
  read: async ({ request, locals }) => {
    const outcome = await mark(locals, idIn(await request.formData()));
    return outcome.ok ? {} : fail(403, { problems: outcome.problems });
  },
  all: async ({ locals }) => {
    const outcome = await mark(locals, 'all');
    return outcome.ok ? {} : fail(403, { problems: outcome.problems });
  },
};

function mark({ database, actor }: App.Locals, which: readonly number[] | 'all') {
  return database.allOrNothing(actor, (tx) => markRead(tx, actor, which));
}

/** What is no number is nobody's notification. */
function idIn(form: FormData): number[] {
  const id = form.get('id');
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? [Number(id)] : [];
}
