import type { Outcome } from '#platform/outcome.ts';

/** What a verb made of the sample. It comes with the program, so what is refused of it is a bug, not a refusal. */
export function kept<T>(slug: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `sample ${slug}: ${outcome.problems.map(({ field, says }) => `${field ?? ''} ${says.en}`).join('; ')}`,
  );
}
