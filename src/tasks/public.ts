import { z } from 'zod';
import { taskLights, taskStates } from './task.ts';

/** What the public reads of a task: what is owed, by whom and by when, and how it stands. Never its people, reports or evidence. */
export const publicTask = z.object({
  id: z.number().int(),
  number: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  unit: z.object({ zh: z.string(), en: z.string() }).nullable(),
  goalId: z.number().int().nullable(),
  beginsOn: z.string(),
  dueOn: z.string(),
  state: z.enum(taskStates),
  light: z.enum(taskLights),
  percent: z.number().int(),
});
export type PublicTask = z.output<typeof publicTask>;
