import { putMember } from '#clusters/write-members.server.ts';
import { putYear } from '#clusters/write-years.server.ts';
import { createCluster } from '#clusters/write.server.ts';
import { endAt, perYear, placeOf } from '#indicators/period.ts';
import { observe } from '#indicators/write-observation.server.ts';
import { createIndicator } from '#indicators/write.server.ts';
import { sampleWords } from '#language/words/sample.ts';
import type { Tx } from '#platform/database.server.ts';
import type { SampleDelivery, SampleIndicator } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { idOf, yearIn, type Scene } from './sample-scene.ts';

const source = { sourceZh: sampleWords.source.zh, sourceEn: sampleWords.source.en };
const yi = 100_000_000;

interface OfPlan {
  readonly id: number;
  readonly goals: ReadonlyMap<string, number>;
}

/** Adds the plan's clusters with their members, and what each was to make and is said to have made. */
export async function loadClusters(
  tx: Tx,
  scene: Scene,
  { clusters, plan }: { clusters: SampleDelivery['clusters']; plan: OfPlan },
): Promise<void> {
  for (const [position, sample] of clusters.entries()) {
    const { slug, tier, zh: nameZh, en: nameEn, summaryZh, summaryEn, industries, members } = sample;
    const said = { tier, position, nameZh, nameEn, summaryZh, summaryEn, industries, planId: plan.id };
    const whole = { ...said, zone: scene.zone, isPublic: true, sample: true };
    const { id } = kept(slug, await createCluster(tx, scene.actor, whole));
    for (const [member, chain, isLead] of members) {
      const organisation = scene.organisations.get(member);
      // An organisation that the site took out stays out.
      if (organisation !== undefined)
        kept(slug, await putMember(tx, scene.actor, { cluster: id, organisation, chain, isLead }));
    }
    await stateYears(tx, scene, { ...sample, id });
  }
}

type Stated = Pick<SampleDelivery['clusters'][number], 'slug' | 'targets' | 'stated'> & { readonly id: number };

async function stateYears(tx: Tx, scene: Scene, { id, slug, targets, stated }: Stated): Promise<void> {
  const inYuan = (value: number | undefined) => (value === undefined ? null : value * yi);
  const years = [...new Set([...Object.keys(targets), ...Object.keys(stated)])];
  for (const year of years) {
    const figures = { target: inYuan(targets[year]), stated: inYuan(stated[year]) };
    const said = { cluster: id, year: yearIn(scene, Number(year)), ...figures, ...source };
    kept(slug, await putYear(tx, scene.actor, said));
  }
}

/** Adds the plan's indicators with their targets, and the values of all periods that are over. */
export async function loadIndicators(
  tx: Tx,
  scene: Scene,
  { indicators, plan }: { indicators: readonly SampleIndicator[]; plan: OfPlan },
): Promise<void> {
  for (const [position, sample] of indicators.entries()) {
    const said = { ...saidOf(scene, sample, plan), position };
    const { id } = kept(sample.key, await createIndicator(tx, scene.actor, said));
    for (const [end, value] of valuesOf(scene, sample)) {
      const entered = { indicator: id, end, value, state: 'final' as const, ...source, sample: true, isSure: true };
      kept(sample.key, await observe(tx, scene.actor, { ...entered, today: scene.today }));
    }
  }
}

function saidOf(scene: Scene, sample: SampleIndicator, { id: planId, goals }: OfPlan) {
  const { key, improvement, zh: nameZh, en: nameEn, measureZh, measureEn, definitionZh, definitionEn } = sample;
  const { period, accumulation, direction, decimals, baseline, baselineYear, formula, internal } = sample;
  const yearEnd = (years: number) => `${yearIn(scene, years)}-12-31`;
  return {
    ...{ key, improvement, nameZh, nameEn, measureZh, measureEn, definitionZh, definitionEn, formula },
    ...{ period, accumulation, direction, decimals, baseline, planId },
    ...{ goalId: idOf(goals, sample.goal), unitId: idOf(scene.units, sample.unit) },
    baselineOn: baseline === null ? null : yearEnd(baselineYear),
    targets: Object.entries(sample.targets).map(([years, value]) => ({ end: yearEnd(Number(years)), value })),
    ...{ zone: scene.zone, isPublic: !internal, sample: true },
  };
}

/** In the order of their periods. */
function valuesOf(scene: Scene, { period, values, isLate }: SampleIndicator): [string, number][] {
  const all = Object.entries(values).flatMap(([years, ofYear]) => {
    const first = placeOf(period, `${yearIn(scene, Number(years))}-01-01`);
    return ofYear.slice(0, perYear[period]).map((value, at): [string, number] => [endAt(period, first + at), value]);
  });
  const over = all.filter(([end]) => end < scene.today).sort(([one], [other]) => one.localeCompare(other));
  return isLate ? over.slice(0, -1) : over;
}
