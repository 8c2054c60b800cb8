import type { Lang } from '#language/lang.ts';
import { weeklyBriefWords as words } from '#language/words/weekly-brief.ts';
import { addDays, isWorkday, type WorkCalendar } from '#calendar/workdays.ts';
import type { LeaderFacts } from './leader.ts';
import { linesOf, summaryOf } from './weekly-brief.ts';

export interface BriefReader {
  readonly account: number;
  readonly name: string;
  readonly email: string;
  readonly lang: Lang;
}

/** The brief as a mail: the same facts as text, with the document and the way to the page. */
export function briefLetter(facts: LeaderFacts, { account, name, email, lang }: BriefReader, origin: string) {
  const parts = [
    words.dear(name)[lang],
    words.lead(facts.since, facts.today)[lang],
    summaryOf(facts, lang).join('\n'),
    [words.waiting[lang], ...linesOf(facts.waiting, lang).map((line) => `· ${line}`)].join('\n'),
    [words.changed[lang], ...linesOf(facts.changed, lang).map((line) => `· ${line}`)].join('\n'),
    words.attached[lang],
    `${words.open[lang]}\n${origin}/${lang}/desk/leader?zone=${facts.zone}`,
    `--\n${words.stop(`${origin}/${lang}/desk/notifications/settings`)[lang]}`,
  ];
  const subject = words.subject(facts.zoneName, facts.today)[lang];
  const attach = { what: 'weekly-brief' as const, account, zone: facts.zone };
  return { to: email, lang, kind: 'weekly-brief', subject, text: parts.join('\n\n'), attach };
}

/** Whether any day of the week that begins then is worked: in a week of holidays nobody wants a brief. */
export function isWorkingWeek(calendar: WorkCalendar, monday: string): boolean {
  return [0, 1, 2, 3, 4, 5, 6].some((days) => isWorkday(calendar, addDays(monday, days)));
}
