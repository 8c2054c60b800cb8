import type { Lang } from '#language/lang.ts';
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
}

/** About three days of trying, with a pause of at most an hour. */
const tries = 80;

/** Puts a mail into the outbox, in the caller's transaction; it leaves after the commit. */
export async function queueMail(tx: Tx, letter: Letter): Promise<void> {
  const [row] = await tx
    .insert(mails)
    .values({
      to: letter.to,
      lang: letter.lang,
      kind: letter.kind ?? 'letter',
      subject: oneLine(letter.subject),
      body: letter.text,
      unsubscribeUrl: letter.unsubscribe ?? null,
    })
    .returning({ id: mails.id });
  if (!row) throw new Error('the mail was not written');
  await later(tx, { job: 'send-mail', data: { mail: row.id }, key: String(row.id), tries });
}

/** A title somebody wrote becomes one header line, whatever is in it. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
