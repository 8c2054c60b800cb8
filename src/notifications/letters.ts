import type { Lang, TwoText } from '#language/lang.ts';
import { notificationWords as words } from '#language/words/notifications.ts';
import type { Kind } from './notification.ts';

/** A notification on its way into a mail. */
export interface Pending {
  readonly id: number;
  readonly kind: Kind;
  readonly text: TwoText;
  readonly path: string;
}

interface ReaderOf {
  readonly email: string;
  readonly lang: Lang;
}

interface Around {
  readonly origin: string;
  readonly site: TwoText;
  /** The link that stops mails like this one. */
  readonly stop: string;
}

/** One notification as a mail of its own. */
export function letterFor(told: Pending & ReaderOf, around: Around) {
  const { lang, text, path, email } = told;
  return {
    to: email,
    lang,
    kind: 'notification',
    subject: text[lang],
    text: [text[lang], `${around.origin}/${lang}${path}`, footOf(lang, around)].join('\n\n'),
    unsubscribe: around.stop,
  };
}

const mostLines = 40;

/** What has gathered since the last one, by what it is about. */
export function digestLetter({ email, lang }: ReaderOf, all: readonly Pending[], around: Around) {
  const byKind = Map.groupBy(all.slice(0, mostLines), ({ kind }) => kind);
  const parts = [...byKind].map(([kind, told]) =>
    [words.kinds[kind][lang], ...told.map((one) => `· ${one.text[lang]}\n  ${around.origin}/${lang}${one.path}`)].join(
      '\n',
    ),
  );
  const more = all.length > mostLines ? [words.digestMore(all.length - mostLines)[lang]] : [];
  return {
    to: email,
    lang,
    kind: 'digest',
    subject: words.digestSubject(around.site[lang], all.length)[lang],
    text: [...parts, ...more, footOf(lang, around)].join('\n\n'),
    unsubscribe: around.stop,
  };
}

function footOf(lang: Lang, { origin, stop }: Around): string {
  const settings = `${origin}/${lang}/desk/notifications/settings`;
  return `--\n${words.mailFoot(settings)[lang]}\n${words.mailStop(stop)[lang]}`;
}
