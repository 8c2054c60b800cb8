import type { TwoText } from '#language/lang.ts';
import { jobWords as words } from '#language/words/jobs.ts';

/** The lists of the page, each with the states pg-boss knows. */
export const jobLists = {
  failed: ['failed'],
  retry: ['retry'],
  active: ['active'],
  waiting: ['created'],
  done: ['completed', 'cancelled'],
} as const;
export type JobList = keyof typeof jobLists;

export function jobListFrom(text: string | null): JobList | undefined {
  return (Object.keys(jobLists) as JobList[]).find((list) => list === text);
}

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly tries: number;
  readonly mostTries: number;
  readonly isDiscarded: boolean;
  readonly queuedAt: Date;
  readonly startAfter: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why the last try failed, in words. */
  readonly problem: TwoText | undefined;
  /** Where the list goes on after this one. */
  readonly cursor: string;
}

/** What a job is called; one without a name in words goes by its own. */
export function nameOfJob(name: string): TwoText {
  const names: Readonly<Record<string, TwoText>> = words.names;
  return names[name] ?? { zh: name, en: name };
}

/** What was kept of a failure: a sentence of ours, or the first line of what the machine said. */
export function problemIn(output: unknown): TwoText | undefined {
  if (typeof output !== 'object' || output === null) return undefined;
  const { says, message } = output as { says?: unknown; message?: unknown };
  if (isTwoText(says)) return says;
  return typeof message === 'string' && message !== '' ? fromMachine(message) : words.noReason;
}

/** pg-boss takes a job back from a worker whose heart stopped, or that took too long. */
function fromMachine(message: string): TwoText {
  if (/heartbeat|timed? ?out|expire/i.test(message)) return words.workerLost;
  return words.unforeseen(message.split('\n', 1).join('').slice(0, 300));
}

function isTwoText(value: unknown): value is TwoText {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}
