import type { TwoText } from '#language/lang.ts';
import { reportLetterWords as words } from '#language/words/report-letters.ts';
import { notify } from '#notifications/write.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Reader } from './letter.ts';
import type { Owing, Reached } from './read-owing.server.ts';
import type { Readers } from './read-readers.server.ts';
import { letterTo, type Frame } from './reminder-mail.ts';
import type { DueReminder } from './reminder.ts';
import { issueLetters } from './write-letter.server.ts';

/** Somebody with one task that is asked about, and why. */
interface Ask {
  readonly reader: Reader;
  readonly of: Owing;
  readonly reasons: readonly TwoText[];
}

interface Asking {
  readonly reached: readonly Reached[];
  readonly readers: ReadonlyMap<number, Readers>;
}

/** One letter for each reader with all their tasks, each with a fresh link; and a line in the desk of who has one. */
export async function askReaders(tx: Tx, { reached, readers }: Asking, frame: Frame): Promise<void> {
  const asks = asksOf(reached, readers);
  const letters = asks.filter(({ reader }) => reader.wish !== 'off');
  const to = letters.map(({ reader, of: { row } }) => ({ taskId: row.id, zoneCode: row.zoneCode, reader }));
  const tokens = await issueLetters(tx, to, frame.now);
  const links = new Map(
    letters.map((ask, at) => [ask, `${frame.origin}/${ask.reader.lang}/report/${tokens[at] ?? ''}`]),
  );
  const mails = [...Map.groupBy(letters, ({ reader }) => keyOf(reader)).values()].flatMap((own) => {
    const [first] = own;
    const asked = own.map((ask) => ({ title: titleOf(ask.of), reasons: ask.reasons, link: links.get(ask) ?? '' }));
    return first ? [letterTo(first.reader, asked, frame.site)] : [];
  });
  await queueMail(tx, ...mails);
  for (const own of Map.groupBy(asks, ({ reader }) => reader.accountId).values()) await tellInDesk(tx, own);
}

/** A task that is asked about for two reasons is one ask. */
function asksOf(reached: readonly Reached[], readers: Asking['readers']): Ask[] {
  const asks = new Map<string, Ask>();
  for (const { of, reminder } of reached) {
    for (const reader of askedOn(reminder, readers.get(of.row.id))) {
      const key = `${of.row.id} ${keyOf(reader)}`;
      const before = asks.get(key)?.reasons ?? [];
      asks.set(key, { reader, of, reasons: [...before, reasonOf(of, reminder)] });
    }
  }
  return [...asks.values()];
}

function askedOn({ step }: DueReminder, readers: Readers | undefined): readonly Reader[] {
  if (!readers) return [];
  return step === 'head' ? readers.heads : readers.people;
}

const keyOf = ({ role, email, accountId }: Reader) => `${role === 'head' ? 'head' : 'own'} ${accountId ?? email}`;

async function tellInDesk(tx: Tx, own: readonly Ask[]): Promise<void> {
  const [first] = own;
  if (!first || first.reader.accountId === null) return;
  const ids = new Set(own.map(({ of }) => of.row.id));
  const text = ids.size === 1 ? words.told(titleOf(first.of)) : words.toldMany(titleOf(first.of), ids.size);
  const path = ids.size === 1 ? `/desk/tasks/${first.of.row.id}/report` : '/desk/tasks';
  await notify(tx, { accounts: [first.reader.accountId], kind: 'task', text, path, hasLetter: true });
}

/** A leader hears of all that climbed so far on one morning at once. */
export async function tellLeaders(
  tx: Tx,
  reached: readonly Reached[],
  leaders: ReadonlyMap<string, readonly number[]>,
): Promise<void> {
  for (const [zone, climbed] of Map.groupBy(reached, ({ of }) => of.row.zoneCode)) {
    const [first] = climbed;
    const ids = new Set(climbed.map(({ of }) => of.row.id));
    if (!first) continue;
    const title = titleOf(first.of);
    const text = ids.size === 1 ? words.leader(title) : words.leaderMany(title, ids.size);
    const path = ids.size === 1 ? `/desk/tasks/${first.of.row.id}` : '/desk/tasks';
    await notify(tx, { accounts: [...(leaders.get(zone) ?? [])], kind: 'task', text, path });
  }
}

const said = {
  milestone: { ahead: words.milestoneOwed, late: words.milestoneLate },
  due: {
    ahead: (_: TwoText, day: string) => words.dueOwed(day),
    late: (_: TwoText, day: string) => words.dueLate(day),
  },
  report: {
    ahead: (_: TwoText, day: string) => words.reportOwed(day),
    late: (_: TwoText, day: string) => words.reportLate(day),
  },
} as const;

function reasonOf({ titles }: Owing, { kind, milestone, owedOn, step }: DueReminder): TwoText {
  const isAhead = step === 'soon' || step === 'near' || step === 'today';
  return said[kind][isAhead ? 'ahead' : 'late'](titles.get(milestone) ?? { zh: '', en: '' }, owedOn);
}

function titleOf({ row: { titleZh: zh, titleEn: en } }: Owing): TwoText {
  return { zh, en: en === '' ? zh : en };
}
