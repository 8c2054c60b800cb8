import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';

interface Taken {
  readonly outcome: Outcome<unknown>;
  readonly typed: Record<string, string>;
}

/** What a form with files does; comes back to the page, or with why not and what was typed. */
export const stepWithFiles =
  (action: string, takeIn: (locals: App.Locals, id: number, received: Received) => Promise<Taken>) =>
  async ({ locals, params: { id }, request }: RequestEvent) => {
    const taken = await withReceived(request, (received) => takeIn(locals, id, received));
    if ('says' in taken)
      return fail(taken.status, { action, problems: [{ field: 'file', says: taken.says }], typed: taken.typed });
    const { outcome, typed } = taken;
    if (!outcome.ok) return fail(422, { action, problems: outcome.problems, typed });
    redirect(303, `/${locals.lang}/desk/slips/${id}?did`);
  };
