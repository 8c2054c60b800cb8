import { sampleWords } from '#language/words/sample.ts';
import type { Tx } from '#platform/database.server.ts';
import { judgePromise } from '#projects/care/write-verdict.server.ts';
import { measures, stages } from '#projects/project.ts';
import { recordArrival } from '#projects/write-arrival.server.ts';
import { moveProject } from '#projects/write-move.server.ts';
import { setMeasure } from '#projects/write-parts.server.ts';
import { recordSigning } from '#projects/write-signing.server.ts';
import { setStatus } from '#projects/write-status.server.ts';
import { createProject } from '#projects/write.server.ts';
import type { SampleProject } from './sample-delivery-shapes.ts';
import { kept } from './sample-kept.ts';
import { dayIn, idOf, momentOf, yearIn, type Scene } from './sample-scene.ts';

const source = sampleWords.source.zh;

/** Adds the sample's projects and takes each through its ledgers and gates as far as its file says. */
export async function loadProjects(tx: Tx, scene: Scene, projects: readonly SampleProject[]): Promise<void> {
  const ids = new Map<string, number>();
  for (const sample of projects) {
    const id = await add(tx, scene, { sample, ids });
    ids.set(sample.slug, id);
    await fillLedgers(tx, scene, { sample, id });
    await walk(tx, scene, { sample, id });
  }
}

async function add(
  tx: Tx,
  scene: Scene,
  { sample, ids }: { sample: SampleProject; ids: ReadonlyMap<string, number> },
): Promise<number> {
  const { zh: nameZh, en: nameEn, summaryZh, summaryEn, investor: investorName, country, currency } = sample;
  const { industries, site, manager: managerName, origin, parent, dates } = sample;
  const since = dayIn(scene, dates.lead ?? 0);
  const said = {
    ...{ nameZh, nameEn, summaryZh, summaryEn, investorName, country, currency, industries, site, managerName },
    ...{ leadUnitId: idOf(scene.units, sample.unit), ...plannedOf(scene, sample), origin, since },
    ...(sample.block && { blockId: idOf(scene.units, sample.block) }),
    ...(parent && { parentId: idOf(ids, parent) }),
    ...{ zone: scene.zone, sample: true, now: momentOf(since) },
  };
  return kept(sample.slug, await createProject(tx, scene.actor, said)).id;
}

/** What is planned of it: where it lies, what it costs, by when it stands, and what is done next. */
function plannedOf(scene: Scene, { at, amount, by, next }: SampleProject) {
  return {
    ...(at && { longitude: at[0], latitude: at[1] }),
    ...(amount && { plannedInvestment: amount, plannedFixedAssets: amount * 0.6 }),
    ...(by && { startsBy: dayIn(scene, by[0]), completedBy: dayIn(scene, by[1]), producesBy: dayIn(scene, by[2]) }),
    ...(next && { nextStep: next[0], nextStepOn: dayIn(scene, next[1]) }),
  };
}

interface Added {
  readonly sample: SampleProject;
  readonly id: number;
}

async function fillLedgers(tx: Tx, scene: Scene, { sample, id }: Added): Promise<void> {
  const { slug, signed, arrived } = sample;
  for (const [kind, amount, day] of signed)
    kept(slug, await recordSigning(tx, scene.actor, { id, kind, amount, signedOn: dayIn(scene, day), note: source }));
  for (const [kind, amount, day] of arrived)
    kept(slug, await recordArrival(tx, scene.actor, { id, kind, amount, arrivedOn: dayIn(scene, day), source }));
  await fillMeasures(tx, scene, { sample, id });
}

/** What was promised of the year it produces in, and what it really was. */
async function fillMeasures(tx: Tx, scene: Scene, { sample, id }: Added): Promise<void> {
  const { slug, promised, real, dates } = sample;
  const produced = dates['in-production'];
  const year = produced === undefined ? yearIn(scene, 1) : Number(dayIn(scene, produced).slice(0, 4));
  for (const measure of measures) {
    const figures = { promised: promised[measure] ?? null, real: real[measure] ?? null };
    if (figures.promised !== null || figures.real !== null)
      kept(slug, await setMeasure(tx, scene.actor, { id, measure, year, ...figures, source }));
  }
}

async function walk(tx: Tx, scene: Scene, { sample, id }: Added): Promise<void> {
  const { slug, dates, status } = sample;
  for (const to of stages.slice(1)) {
    const day = dates[to];
    if (day === undefined) continue;
    if (to === 'fulfilled') await judge(tx, scene, { sample, id });
    kept(slug, await moveProject(tx, scene.actor, { id, to, on: dayIn(scene, day) }));
  }
  if (!status) return;
  const [became, reason, lostTo, day] = status;
  kept(slug, await setStatus(tx, scene.actor, { id, status: became, reason, lostTo, on: dayIn(scene, day) }));
}

/** A verdict on each promise, as a project cannot be fulfilled without. */
async function judge(tx: Tx, scene: Scene, { sample: { slug, promised, real }, id }: Added): Promise<void> {
  for (const measure of measures) {
    if (promised[measure] === undefined) continue;
    const isKept = (real[measure] ?? 0) >= promised[measure];
    const verdict = isKept ? 'kept' : 'partly';
    kept(slug, await judgePromise(tx, scene.actor, { id, measure, verdict, note: source }));
  }
}
