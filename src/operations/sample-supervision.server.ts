import { eq } from 'drizzle-orm';
import { recordInstruction } from '#instructions/write.server.ts';
import { markSample as markInstruction } from '#instructions/write-sample.server.ts';
import { siteWords } from '#language/words/site.ts';
import type { Tx } from '#platform/database.server.ts';
import { markSample as markRound } from '#rounds/write-sample.server.ts';
import { handIn } from '#rounds/write-answer.server.ts';
import { askBlocks } from '#rounds/write.server.ts';
import { slips } from '#slips/tables.server.ts';
import { takeOnBlocker } from '#slips/write-blocker-answers.server.ts';
import { fileBlocker } from '#slips/write-blocker.server.ts';
import { raiseSlips } from '#slips/write-nightly.server.ts';
import { markSampleBlocker, raiseSampleSlips } from '#slips/write-sample.server.ts';
import { answerSlip, recheckSlip, solveSlip } from '#slips/write.server.ts';
import { refreshTasks } from '#tasks/write-standing.server.ts';
import type { SampleDelivery } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { dayIn, idOf, officerOf, type Scene } from './sample-scene.ts';

type Tasks = ReadonlyMap<string, number>;

/** The leader's word about a task; answers its id. */
export async function instruct(
  tx: Tx,
  scene: Scene,
  { instruction, tasks }: { instruction: SampleDelivery['instruction']; tasks: Tasks },
): Promise<number> {
  const { day, body, task } = instruction;
  const about = { kind: 'task', id: idOf(tasks, task) };
  const said = { zone: scene.zone, body, givenOn: dayIn(scene, day), about };
  const { id } = kept('instruction', await recordInstruction(tx, scene.actor, said));
  await markInstruction(tx, id);
  return id;
}

/** Raises the slips that the nights before would have raised, lets people answer them, and reads every clock of today. */
export async function superviseTasks(
  tx: Tx,
  scene: Scene,
  {
    slips: said,
    sampleTasks,
    tasks,
  }: { tasks: Tasks; sampleTasks: SampleDelivery['tasks'] } & Pick<SampleDelivery, 'slips'>,
): Promise<void> {
  const ids = [...tasks.values()];
  for (const days of said.days) {
    const today = dayIn(scene, days);
    await refreshTasks(tx, { ids, today });
    await raiseSampleSlips(tx, today);
  }
  const units = new Map(sampleTasks.map(({ number, unit, person }) => [number, officerOf(scene, unit, person)]));
  for (const step of said.steps) {
    const officer = units.get(step.task) ?? scene.actor;
    const id = await slipOf(tx, idOf(tasks, step.task));
    kept(
      `slip of ${step.task}`,
      await take(tx, { ...step, id, officer, keeper: scene.actor, today: dayIn(scene, step.day) }),
    );
  }
  await refreshTasks(tx, { ids, today: scene.today });
  await raiseSlips(tx, scene.today);
}

async function slipOf(tx: Tx, task: number): Promise<number> {
  const [slip] = await tx.select({ id: slips.id }).from(slips).where(eq(slips.taskId, task));
  return slip?.id ?? 0;
}

type Step = Pick<SampleDelivery['slips']['steps'][number], 'takes' | 'note'> & {
  readonly id: number;
  readonly today: string;
  readonly officer: Scene['actor'];
  readonly keeper: Scene['actor'];
};

function take(tx: Tx, { takes, id, today, note, officer, keeper }: Step) {
  if (takes === 'answer') return answerSlip(tx, officer, { id, today, note });
  if (takes === 'solve') return solveSlip(tx, officer, { id, today, note });
  return recheckSlip(tx, keeper, { id, today, note, passed: takes === 'close' });
}

/** An enterprise says what stops it, and the zone takes it on. */
export async function loadBlocker(tx: Tx, scene: Scene, blocker: SampleDelivery['blocker']): Promise<void> {
  const { organisation, kind, title, body, day, unit, note } = blocker;
  const organisationId = scene.organisations.get(organisation);
  // Without the organisation nobody is there to file it.
  if (organisationId === undefined) return;
  const memberships = [{ role: 'member' as const, organisation: organisationId }];
  const fields = { organisationId, kind, title, body };
  const member = { id: 'sample', name: siteWords.sample.zh, memberships };
  const { id } = kept('blocker', await fileBlocker(tx, member, { fields, files: [] }));
  await markSampleBlocker(tx, id, dayIn(scene, day));
  const takenOn = { difficulty: 'ordinary', unitId: idOf(scene.units, unit), note };
  kept('blocker', await takeOnBlocker(tx, scene.actor, { id, fields: takenOn, today: dayIn(scene, day) }));
}

/** Asks the blocks a question; some have answered. */
export async function loadRound(tx: Tx, scene: Scene, round: SampleDelivery['round']): Promise<void> {
  const { due, units, answers, ...texts } = round;
  const asked = units.map((unit) => idOf(scene.units, unit));
  const asks = { ...texts, zone: scene.zone, dueOn: dayIn(scene, due), units: asked };
  const id = kept('round', await askBlocks(tx, scene.actor, { asks, today: scene.today }));
  await markRound(tx, id);
  for (const [unit, body] of Object.entries(answers)) {
    const writes = { round: id, unit: idOf(scene.units, unit), body, revision: 1 };
    kept('round', await handIn(tx, officerOf(scene, unit), { writes, today: scene.today }));
  }
}
