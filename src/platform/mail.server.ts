import { sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Named } from './attachment.ts';
import type { Tx } from './database.server.ts';
import { later } from './jobs.server.ts';
import { mails } from './tables.server.ts';

export interface Letter {
  readonly to: string;
  /** The reader's language. */
  readonly lang: Lang;
  readonly subject: string;
  /** Plain text; links are absolute. An HTML part is made of it. */
  readonly text: string;
  /** What it is about, for the list of mails: `password-reset`, `digest`. */
  readonly kind?: string;
  /** The link that stops mails of this kind with one click; only where they may be stopped. */
  readonly unsubscribe?: string;
  /** A document that goes with it. */
  readonly attach?: Named;
}

/** About three days of trying, with a pause of at most an hour. */
export const tries = 80;

/** Puts mails into the outbox, in the caller's transaction; they leave after the commit. */
export async function queueMail(tx: Tx, ...letters: Letter[]): Promise<void> {
  if (letters.length === 0) return;
  // Numbers first, not `returning`: whoever causes a mail may not read the outbox.
  const { rows } = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('mail', 'id')) as id from generate_series(1, ${letters.length})`,
  );
  const ids = rows.map(({ id }) => Number(id));
  await tx.insert(mails).values(letters.map((letter, place) => ({ id: ids[place], ...rowOf(letter) })));
  await later(tx, ...ids.map((mail) => ({ job: 'send-mail', data: { mail }, key: String(mail), tries }) as const));
}

function rowOf({ to, lang, kind = 'letter', subject, text, unsubscribe, attach }: Letter) {
  const named = attach && { attached: attach.what, attachedFor: attach.account, attachedZone: attach.zone };
  return { to, lang, kind, subject: oneLine(subject), body: text, unsubscribeUrl: unsubscribe ?? null, ...named };
}

/** A title somebody wrote becomes one header line, whatever is in it. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
