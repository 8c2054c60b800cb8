import { and, eq, max } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import { reportLetterWords as words } from '#language/words/report-letters.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { TwoText } from '#language/lang.ts';
import { mayRenew } from './letter.ts';
import { letterTo } from './reminder-mail.ts';
import type { Changed, OwedView } from './owed.ts';
import { openLetter, owedView, type Opened } from './read-letter.server.ts';
import type { ReportInput } from './report.ts';
import { issueLetters } from './write-letter.server.ts';
import { reportAndShow } from './write-report-shown.server.ts';
import { taskLetters } from './tables.server.ts';

export interface LetterReport {
  readonly token: string;
  readonly now: Date;
  readonly said: Omit<ReportInput, 'task'>;
}

/** Reports with a letter, without signing in. Needs the eyes of the site itself. */
export async function reportByLetter(tx: Tx, { token, now, said }: LetterReport): Promise<Outcome<Changed>> {
  const opened = await openLetter(tx, token, now);
  if (opened?.state !== 'open') return refused({ says: words.states[opened?.state ?? 'unknown'] });
  const { actor, task } = opened;
  if (isNothingNew(said, await owedView(tx, task), dateOf(now)))
    return refused({ field: 'body', says: words.sameAsLast });
  const reporter = { actor, via: 'letter', today: dateOf(now), letterTask: task.id } as const;
  return reportAndShow(tx, reporter, { ...said, task: task.id });
}

/** What was filled in sent back as it was: no report. The same twice on one day is only an impatient thumb. */
function isNothingNew({ ticked, evidence, body }: LetterReport['said'], { last }: OwedView, today: string): boolean {
  return ticked.length + evidence.length === 0 && last !== undefined && body.trim() === last.body && last.on !== today;
}

interface Renewing {
  readonly token: string;
  readonly now: Date;
  readonly origin: string;
  readonly site: TwoText;
}

const patienceInMs = 600_000;

/** Sends a fresh link to the address an old one went to, as long as its reader answers for the task. Needs the eyes of the site itself. */
export async function renewLetter(tx: Tx, { token, now, origin, site }: Renewing): Promise<Outcome<null>> {
  const opened = await openLetter(tx, token, now);
  if (!opened || !mayRenew(opened.state)) return refused({ says: words.states[opened?.state ?? 'unknown'] });
  const { task, reader } = opened;
  // Somebody impatient is not sent ten of them.
  if (await wasJustSent(tx, opened, now)) return done(null);
  const [fresh = ''] = await issueLetters(tx, [{ taskId: task.id, zoneCode: task.zoneCode, reader }], now);
  const title = { zh: task.titleZh, en: task.titleEn === '' ? task.titleZh : task.titleEn };
  const asked = [{ title, reasons: [words.asked], link: `${origin}/${reader.lang}/report/${fresh}` }];
  await queueMail(tx, letterTo(reader, asked, site));
  return done(null);
}

async function wasJustSent(tx: Tx, { task, reader }: Opened, now: Date): Promise<boolean> {
  const [last] = await tx
    .select({ at: max(taskLetters.sentAt) })
    .from(taskLetters)
    .where(and(eq(taskLetters.taskId, task.id), eq(taskLetters.email, reader.email)));
  return last?.at != null && now.getTime() - last.at.getTime() < patienceInMs;
}
