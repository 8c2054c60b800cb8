/** What a question before signing was answered with: a doubt is to be cleared, a stop hinders signing. */
export const checkResults = ['fine', 'doubt', 'stop'] as const;
export type CheckResult = (typeof checkResults)[number];

interface Answered {
  readonly questionId: number;
  readonly result: CheckResult;
}

/** How the checks stand: what hinders, and how many of the questions in use nobody has answered. */
export function checksReading(
  questions: readonly { readonly id: number; readonly isUsed: boolean }[],
  answers: readonly Answered[],
): { stops: number; doubts: number; open: number } {
  const count = (result: CheckResult) => answers.filter((answer) => answer.result === result).length;
  const answered = new Set(answers.map(({ questionId }) => questionId));
  const open = questions.filter(({ id, isUsed }) => isUsed && !answered.has(id)).length;
  return { stops: count('stop'), doubts: count('doubt'), open };
}
