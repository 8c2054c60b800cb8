import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { enforcePlan, showPlan } from '#plans/write-state.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { SampleDelivery } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { loadClusters, loadIndicators } from './sample-measures.server.ts';
import { loadPlan, loadUnits } from './sample-plan.server.ts';
import { loadProjects } from './sample-projects.server.ts';
import { idOf, type Scene } from './sample-scene.ts';
import { instruct, loadBlocker, loadRound, superviseTasks } from './sample-supervision.server.ts';
import { adjust, loadTasks } from './sample-tasks.server.ts';

interface Loaded {
  readonly sample: SampleDelivery;
  /** Ids by the sample's own names. */
  readonly organisations: ReadonlyMap<string, number>;
  readonly articles: ReadonlyMap<string, number>;
}

/** Shows a plan half-way through its delivery, by the steps that people would have taken until today. */
export async function loadDelivery(tx: Tx, actor: Actor, { sample, organisations, articles }: Loaded): Promise<void> {
  const units = await loadUnits(tx, actor, sample);
  const scene: Scene = { zone: sample.zone, today: dateOf(new Date()), actor, units, organisations };
  await loadProjects(tx, scene, sample.projects);
  const draft = await loadPlan(tx, scene, { ...sample, articles });
  const plan = { ...draft, article: idOf(articles, sample.plan.article) };
  await loadClusters(tx, scene, { clusters: sample.clusters, plan });
  await loadIndicators(tx, scene, { indicators: sample.indicators, plan });
  const tasks = await loadTasks(tx, scene, { tasks: sample.tasks, plan });
  kept('plan', await enforcePlan(tx, actor, plan.id));
  kept('plan', await showPlan(tx, actor, { id: plan.id, isPublic: true }));
  const instruction = await instruct(tx, scene, { instruction: sample.instruction, tasks });
  await superviseTasks(tx, scene, { slips: sample.slips, sampleTasks: sample.tasks, tasks });
  await adjust(tx, scene, { adjustment: sample.adjustment, tasks, instruction });
  await loadBlocker(tx, scene, sample.blocker);
  await loadRound(tx, scene, sample.round);
}
