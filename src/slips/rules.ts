import type { Stage } from '#projects/project.ts';

/** A task that has been blue for so many days without a break has not moved. */
export const blueDays = 7;

/** For so many days after a slip was closed the same cause raises no other: what was solved is entered meanwhile. */
export const restDays = 7;

/** How many days a project may stand at a stage before somebody is asked why; those without a line may stand as long as they like. */
export const longestAt: Readonly<Partial<Record<Stage, number>>> = {
  lead: 60,
  assessed: 60,
  negotiating: 180,
  signed: 90,
  approval: 180,
  started: 730,
  completed: 180,
  'in-production': 730,
};
