import { z } from 'zod';
import type { Lang } from '#language/lang.ts';
import type { Sent } from './autosave.ts';
import { theirsAnswer, type DraftInput } from './working-copy.ts';

const kept = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal(true), version: z.number(), revision: z.number(), at: z.string() }),
  z.object({ kept: z.literal(false), theirs: theirsAnswer }),
]);
const answered = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), kept }),
  z.object({
    ok: z.literal(false),
    problems: z.array(z.object({ says: z.object({ zh: z.string(), en: z.string() }) })),
  }),
]);

/** More than this a closing window may not send; what is longer stays in the browser until it opens again. */
const mostAtLast = 60_000;

interface Way {
  readonly address: string;
  /** Language of the interface. */
  readonly lang: Lang;
  readonly isLast: boolean;
}

/** Sends a working copy to its article. `isLast`: the window closes and hears no answer. */
export async function sendDraft({ address, lang, isLast }: Way, draft: DraftInput): Promise<Sent> {
  const body = JSON.stringify(draft);
  const keepalive = isLast && new Blob([body]).size <= mostAtLast;
  try {
    const response = await fetch(address, {
      ...{ method: 'POST', body, keepalive, redirect: 'manual' },
      headers: { 'content-type': 'application/json' },
    });
    // A page that is not open to us answers with the way to sign in.
    if (response.type === 'opaqueredirect' || response.status === 403) return { went: 'signed-out' };
    if (response.status >= 500) return { went: 'nowhere' };
    const answer = answered.safeParse(await response.json());
    if (!answer.success) return { went: 'nowhere' };
    if (answer.data.ok) return { went: 'kept', kept: answer.data.kept };
    return { went: 'refused', says: answer.data.problems.map(({ says }) => says[lang]).join(' ') };
  } catch {
    // No network, or none to the site: the text is kept here and sent again.
    return { went: 'nowhere' };
  }
}
