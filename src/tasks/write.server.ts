import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from './parse.ts';
import { tasks } from './tables.server.ts';
import { canKeepTasks, newTask, type NewTask, type TaskInput } from './task.ts';
import { problemsTogether } from './read-checks.server.ts';
import { needTasks } from './write-needs.server.ts';
import { fieldsOf, putMilestones, putUnits, settled } from './write-parts.server.ts';
import { taskChanged } from './write-public.server.ts';
import { refreshTasks } from './write-standing.server.ts';
import { tellAssigned } from './write-telling.server.ts';

/** Adds a task to what a zone owes, with its milestones and the tasks it waits for. */
export async function createTask(tx: Tx, actor: Actor, input: NewTask): Promise<Outcome<{ id: number }>> {
  const read = parsed(newTask, input);
  if (!read.ok) return read;
  const { zone, sample, needs, adjustment, ...rest } = read.value;
  if (actor.viewedBy || !canKeepTasks(actor, zone)) return refused({ field: 'zone', says: words.notYourZone });
  const said = settled(rest);
  const problems = await problemsTogether(tx, { zone, said });
  if (problems.length > 0) return refused(...problems);
  const adjusted = await adjustPlans(tx, actor, { plans: [said.planId], adjustment });
  if (!adjusted.ok) return adjusted;
  const id = await insert(tx, { said, zone, sample });
  const needed = await needTasks(tx, { id, zoneCode: zone }, needs);
  if (!needed.ok) return needed;
  const changes = changesBetween(undefined, said);
  await remember(tx, actor, { kind: 'task', record: String(id), action: 'add', changes, zone });
  await refreshTasks(tx, { ids: [id], today: dateOf(new Date()) });
  await taskChanged(tx, { id, planId: said.planId });
  await tellAssigned(tx, actor, id);
  return done({ id });
}

interface Said {
  readonly said: TaskInput;
  readonly zone: string;
  readonly sample: boolean;
}

async function insert(tx: Tx, { said, zone, sample }: Said): Promise<number> {
  const [made] = await tx
    .insert(tasks)
    .values({ ...fieldsOf(said), zoneCode: zone, sample })
    .returning({ id: tasks.id });
  if (!made) throw new Error('a task that was added has no id');
  const owner = { ...made, zoneCode: zone };
  await putUnits(tx, owner, said.coUnits);
  await putMilestones(tx, owner, said.milestones);
  return made.id;
}
