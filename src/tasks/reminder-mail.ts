import type { TwoText } from '#language/lang.ts';
import { reportLetterWords as words } from '#language/words/report-letters.ts';
import type { Reader } from './letter.ts';

/** What a letter needs beside its reader. */
export interface Frame {
  readonly now: Date;
  readonly origin: string;
  readonly site: TwoText;
}

/** One task somebody is asked about, why, and the link that answers. */
export interface AskedTask {
  readonly title: TwoText;
  readonly reasons: readonly TwoText[];
  readonly link: string;
}

/** One letter for all that somebody is asked on a morning. */
export function letterTo({ email, lang, name, role }: Reader, asked: readonly AskedTask[], site: TwoText) {
  const [first] = asked;
  const subject = asked.length === 1 && first ? words.subject(first.title) : words.subjectOfMany(asked.length);
  const parts = asked.map(({ title, reasons, link }) =>
    [title[lang], ...reasons.map((reason) => `· ${reason[lang]}`), link].join('\n'),
  );
  const lead = (role === 'head' ? words.leadOfHead : words.lead)(asked.length)[lang];
  return {
    ...{ to: email, lang, kind: 'task-reminder', subject: subject[lang] },
    text: [words.dear(name)[lang], lead, ...parts, `--\n${words.foot(site)[lang]}`].join('\n\n'),
  };
}
