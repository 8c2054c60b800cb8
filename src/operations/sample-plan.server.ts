import type { Actor } from '#accounts/actor.ts';
import { markSample } from '#plans/write-sample.server.ts';
import { saveGoal } from '#plans/write-goals.server.ts';
import { createPlan } from '#plans/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { markSampleUnits } from '#profiles/write-sample.server.ts';
import { addRow } from '#profiles/write-parts.server.ts';
import type { SampleDelivery } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { dayIn, idOf, yearIn, type Scene } from './sample-scene.ts';

/** Adds the units and blocks that the sample's work is spread over; answers their ids by slug. */
export async function loadUnits(
  tx: Tx,
  actor: Actor,
  { zone, units }: Pick<SampleDelivery, 'zone' | 'units'>,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { slug, kind, zh, en } of units) {
    const cells = { kind, name_zh: zh, name_en: en, position: '900', state: 'active' };
    ids.set(slug, kept(slug, await addRow(tx, actor, { zone, part: 'units', cells })));
  }
  await markSampleUnits(tx, [...ids.values()]);
  return ids;
}

const free = { instruction: '', reason: '' };

/** The plan as a draft, with its goals by slug. */
export async function loadPlan(
  tx: Tx,
  scene: Scene,
  { plan, goals, articles }: Pick<SampleDelivery, 'plan' | 'goals'> & { articles: ReadonlyMap<string, number> },
): Promise<{ id: number; goals: Map<string, number> }> {
  const { issued, begins, ends, article, documentNumber, ...texts } = plan;
  const issuedOn = dayIn(scene, issued);
  const fields = {
    ...texts,
    documentNumber: documentNumber.replace('{year}', issuedOn.slice(0, 4)),
    ...{ issuedOn, beginsOn: dayOf(scene, begins), endsOn: dayOf(scene, ends) },
    articleId: String(idOf(articles, article)),
  };
  const { id } = kept('plan', await createPlan(tx, scene.actor, { zone: scene.zone, fields }));
  await markSample(tx, id);
  const ids = new Map<string, number>();
  for (const { slug, number, zh, en } of goals) {
    const said = { parent: '', number, titleZh: zh, titleEn: en };
    const goal = kept(slug, await saveGoal(tx, scene.actor, { plan: id, fields: said, adjustment: free }));
    ids.set(slug, goal.id);
  }
  return { id, goals: ids };
}

function dayOf(scene: Scene, [years, day]: readonly [number, string]): string {
  return `${yearIn(scene, years)}-${day}`;
}
