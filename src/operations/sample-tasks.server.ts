import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { contentOf, lockTask } from '#tasks/read-row.server.ts';
import { milestones } from '#tasks/tables.server.ts';
import { addEvidence } from '#tasks/write-evidence.server.ts';
import { reportOnTask } from '#tasks/write-report.server.ts';
import { saveTask } from '#tasks/write-save.server.ts';
import { askDone, confirmDone } from '#tasks/write-step.server.ts';
import { createTask } from '#tasks/write.server.ts';
import type { SampleDelivery, SampleTask } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { dayIn, idOf, momentOf, officerOf, type Scene } from './sample-scene.ts';

interface OfPlan {
  readonly id: number;
  readonly goals: ReadonlyMap<string, number>;
  /** The article that shows what was done. */
  readonly article: number;
}

/** Adds the plan's tasks, what was reported on them, and their ends; answers their ids by number. */
export async function loadTasks(
  tx: Tx,
  scene: Scene,
  { tasks, plan }: { tasks: readonly SampleTask[]; plan: OfPlan },
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const sample of tasks) {
    const id = await add(tx, scene, { sample, plan, ids });
    ids.set(sample.number, id);
    await report(tx, scene, { sample, id });
    if (sample.reach === 'done') await finish(tx, scene, { sample, id, article: plan.article });
  }
  return ids;
}

interface Adding {
  readonly sample: SampleTask;
  readonly plan: OfPlan;
  readonly ids: ReadonlyMap<string, number>;
}

async function add(tx: Tx, scene: Scene, { sample, plan, ids }: Adding): Promise<number> {
  const { number, zh: titleZh, en: titleEn, person: personName, internal, co, begins, due } = sample;
  const said = {
    ...{ number, titleZh, titleEn, personName, planId: plan.id, goalId: idOf(plan.goals, sample.goal) },
    ...{ leadUnitId: idOf(scene.units, sample.unit), coUnits: co.map((unit) => idOf(scene.units, unit)) },
    ...{ beginsOn: dayIn(scene, begins), dueOn: dayIn(scene, due) },
    milestones: sample.milestones.map((one) => ({
      ...{ titleZh: one.zh, titleEn: one.en, dueOn: dayIn(scene, one.due), weight: one.weight },
    })),
    needs: sample.needs.map((needed) => idOf(ids, needed)),
    ...{ zone: scene.zone, reportEvery: 'quarter' as const, isPublic: !internal, sample: true },
  };
  return kept(`task ${number}`, await createTask(tx, scene.actor, said)).id;
}

interface Reporting {
  readonly sample: SampleTask;
  readonly id: number;
}

/** Each milestone that is done is ticked by the first report after it. */
async function report(tx: Tx, scene: Scene, { sample, id }: Reporting): Promise<void> {
  const actor = officerOf(scene, sample.unit, sample.person);
  const rows = await tx.select().from(milestones).where(eq(milestones.taskId, id)).orderBy(milestones.position);
  for (const [place, [day, body]] of sample.reports.entries()) {
    const since = sample.reports[place - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    const ticked = sample.milestones.flatMap(({ done }, at) => {
      const row = rows[at];
      return row && done !== undefined && done <= day && done > since
        ? [{ milestone: row.id, doneOn: dayIn(scene, done) }]
        : [];
    });
    const reporter = { actor, via: 'desk', today: dayIn(scene, day) } as const;
    kept(`task ${sample.number}`, await reportOnTask(tx, reporter, { task: id, body, ticked, evidence: [] }));
  }
}

/** Where an address leads to the site itself, it names its article. */
const origin = 'https://sample.invalid';

/** The unit says that it is done and shows it; somebody else looks. */
async function finish(tx: Tx, scene: Scene, { sample, id, article }: Reporting & { article: number }): Promise<void> {
  const officer = officerOf(scene, sample.unit, sample.person);
  const slug = `task ${sample.number}`;
  kept(slug, await addEvidence(tx, officer, { id, address: `${origin}/zh/news/${article}`, origin }));
  const now = momentOf(dayIn(scene, sample.reports.at(-1)?.[0] ?? 0));
  kept(slug, await askDone(tx, officer, { id, now }));
  kept(slug, await confirmDone(tx, scene.actor, { id }));
}

interface Adjusting {
  readonly adjustment: SampleDelivery['adjustment'];
  readonly tasks: ReadonlyMap<string, number>;
  readonly instruction: number;
}

/** Moves a date of the plan in force, by the instruction, in the open. */
export async function adjust(tx: Tx, scene: Scene, { adjustment, tasks, instruction }: Adjusting): Promise<void> {
  const { task, due, milestone, reason } = adjustment;
  const id = idOf(tasks, task);
  const work = kept(task, await lockTask(tx, scene.actor, id));
  const before = contentOf(work);
  const dueOn = dayIn(scene, due);
  const moved = before.milestones.map((one) => (one.titleZh === milestone ? { ...one, dueOn } : one));
  const content = { ...before, dueOn, milestones: moved };
  const rests = { instruction: String(instruction), reason };
  const { revision } = work.row;
  kept(task, await saveTask(tx, scene.actor, { id, revision, content, adjustment: rests }));
}
