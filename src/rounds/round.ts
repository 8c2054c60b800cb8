import { z } from 'zod';
import { holds, reportsFor, type Actor } from '#accounts/actor.ts';
import { isDay } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import type { Problem } from '#platform/outcome.ts';

export const answerStates = ['owed', 'draft', 'handed-in', 'sent-back'] as const;
export type AnswerState = (typeof answerStates)[number];

export const roundStates = ['open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** Who asks the blocks, sends back and closes. */
export function canKeepRounds(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher', 'leader'], zone);
}

export function canReadRounds(actor: Actor, zone: string): boolean {
  return holds(actor, ['editor', 'publisher', 'broker', 'officer', 'leader'], zone);
}

/** Who answers for a block: its own officers; who keeps the round may write down what came on paper. */
export function canAnswer(actor: Actor, zone: string, unit: number): boolean {
  return canKeepRounds(actor, zone) || reportsFor(actor, zone, [unit]);
}

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
/** Text that a database keeps: without a NUL and without half a character. */
const text = (most: number) =>
  z
    .string()
    .transform((said) => said.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(most)
        .refine((said) => !said.includes('\0') && said.isWellFormed()),
    );

export const roundInput = z.strictObject({
  zone: z.string().regex(/^\d{8}$/),
  titleZh: text(256).pipe(z.string().min(1)),
  titleEn: text(400),
  questionZh: text(2000).pipe(z.string().min(1)),
  questionEn: text(4000),
  dueOn: z.string().refine(isDay),
  units: z.array(id).min(1).max(200),
});
export type RoundInput = z.input<typeof roundInput>;

/** A round as it is after it was asked: blocks are only added, those that were asked stay. */
export const roundChange = z.strictObject({
  ...roundInput.omit({ zone: true }).shape,
  id,
  revision: z.number().int(),
  units: z.array(id).max(200),
});
export type RoundChange = z.input<typeof roundChange>;

export const answerInput = z.strictObject({ round: id, unit: id, body: text(5000), revision: z.number().int() });
export type AnswerInput = z.input<typeof answerInput>;

export const sendBackInput = z.strictObject({ round: id, unit: id, comment: text(2000).pipe(z.string().min(1)) });
export type SendBackInput = z.input<typeof sendBackInput>;

const says: Readonly<Record<string, TwoText>> = {
  zone: words.zoneWrong,
  titleZh: words.titleWrong,
  titleEn: words.titleWrong,
  questionZh: words.questionWrong,
  questionEn: words.questionWrong,
  dueOn: words.dueWrong,
  units: words.unitsWrong,
  body: words.bodyWrong,
  comment: words.commentWrong,
};

/** What is wrong with what was typed, each beside its field. */
export function problemsOf(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0])));
  return [...fields].map((field) => ({ field, says: says[field] ?? words.formWrong }));
}

/** Whether it came after its day; what has not come is late from the day after on. */
export function isLate(answer: { readonly state: AnswerState; readonly handedInOn: string | null }, on: On): boolean {
  const came = answer.state === 'handed-in' ? answer.handedInOn : null;
  return (came ?? on.today) > on.dueOn;
}

interface On {
  readonly dueOn: string;
  readonly today: string;
}
