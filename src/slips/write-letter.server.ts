import { and, eq, inArray, isNull } from 'drizzle-orm';
import { newToken } from '#accounts/token.server.ts';
import { slipLetterWords as words } from '#language/words/slip-letters.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { letterDays, type Reader } from '#tasks/letter.ts';
import type { SlipRow } from './read-row.server.ts';
import { slipLetters } from './tables.server.ts';

/** What a letter needs beside its reader. */
export interface LetterFrame {
  readonly now: Date;
  readonly origin: string;
  readonly site: TwoText;
}

const dayInMs = 86_400_000;

/** Writes to each reader with a link of their own; an earlier letter to them about the same slip is over. */
export async function sendLetters(
  tx: Tx,
  { slip, readers, line }: { slip: SlipRow; readers: readonly Reader[]; line: TwoText },
  { now, origin, site }: LetterFrame,
): Promise<void> {
  if (readers.length === 0) return;
  const emails = readers.map(({ email }) => email);
  const earlier = and(eq(slipLetters.slipId, slip.id), inArray(slipLetters.email, emails));
  await tx
    .update(slipLetters)
    .set({ replacedAt: now })
    .where(and(earlier, isNull(slipLetters.replacedAt)));
  const written = readers.map((reader) => ({ reader, token: newToken() }));
  const expiresAt = new Date(now.getTime() + letterDays * dayInMs);
  await tx.insert(slipLetters).values(
    written.map(({ token, reader: { role, name, email, accountId, lang } }) => ({
      ...{ slipId: slip.id, zoneCode: slip.zoneCode, token, reader: role, name: name.slice(0, 80) },
      ...{ email, accountId, lang, sentAt: now, expiresAt },
    })),
  );
  await queueMail(
    tx,
    ...written.map(({ token, reader: { email: to, lang, name } }) => {
      const link = `${origin}/${lang}/slip/${token}`;
      return { to, lang, kind: 'slip', subject: line[lang], text: words.letter({ name, line, link, site })[lang] };
    }),
  );
}
