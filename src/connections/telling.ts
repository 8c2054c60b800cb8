import type { Lang, TwoText } from '#language/lang.ts';
import { dateOf } from '#language/dates.ts';
import { connectionLetterWords as letter } from '#language/words/connection-letters.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { ConnectionState, Party, Step } from './state.ts';

/** A step, as far as others are told of it. */
export interface ToldStep {
  readonly action: Step;
  readonly side: Party;
  readonly fromState: ConnectionState;
  readonly toState: ConnectionState;
}

/** Of whom an answer is waited for. */
export interface Unanswered {
  readonly need: boolean;
  readonly offer: boolean;
}

/** What was only ever suggested is told to nobody: the other side never knew of it. */
export function isTold({ fromState, toState }: ToldStep): boolean {
  return fromState !== 'suggested' || toState === 'proposed';
}

/** Whether a side is asked for its answer with a letter that it can answer from. */
export function isAsked(step: ToldStep, side: 'need' | 'offer', unanswered: Unanswered): boolean {
  const asks = step.action === 'propose' || (step.action === 'remind' && step.toState === 'proposed');
  return asks && unanswered[side];
}

/** One line of what happened. Who it was is said by side: before both have accepted, a name would say too much. */
export function lineOf({ action, side, toState }: ToldStep, title: TwoText): TwoText {
  if (action === 'remind') return letter.reminded(title);
  const isMutual = action === 'accept' && toState === 'accepted';
  return isMutual ? letter.bothAccepted(title) : letter.happened(words.parties[side], words.steps[action], title);
}

export interface Asking {
  readonly to: string;
  readonly lang: Lang;
  readonly own: TwoText | undefined;
  readonly other: TwoText;
  readonly note: string;
  readonly link: string;
  readonly until: Date;
  readonly site: TwoText;
  readonly isReminder: boolean;
}

/** The letter that asks a side whether it wants to be connected. */
export function askingLetter({ lang, own, other, note, link, until, site, isReminder, to }: Asking) {
  const parts = [
    isReminder ? letter.askedBefore[lang] : undefined,
    own ? letter.asks(own[lang], other[lang])[lang] : letter.asksAble(other[lang])[lang],
    note === '' ? undefined : letter.note(note)[lang],
    letter.answerHere(link, dateOf(until))[lang],
    `--\n${letter.foot(site[lang])[lang]}`,
  ];
  return {
    ...{ to, lang, kind: 'connection' },
    subject: (isReminder ? letter.remindSubject : letter.subject)(other[lang])[lang],
    text: parts.filter((part) => part !== undefined).join('\n\n'),
  };
}
