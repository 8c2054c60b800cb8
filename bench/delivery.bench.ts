import { chmod, mkdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import { leaderFacts } from '#delivery/read-leader.server.ts';
import { dateOf } from '#language/dates.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.server.ts';
import { refreshProjects } from '#projects/write-standing.server.ts';
import { refreshOn } from '#indicators/write-nightly.server.ts';
import { reportOnTask } from '#tasks/write-report.server.ts';
import { refreshTasks } from '#tasks/write-standing.server.ts';
import { person, zonesOf, type Person } from './desk-data.ts';
import { fillDelivery, full, part, perIndicator, perTask, type Sizes } from './delivery-data.ts';
import { percentile, type Bench, type Figure } from './report.ts';
import { memoryOf, startSite, withDataFolder, type Site } from './site.ts';

/** A part of everything, to see that it runs: the targets are those of the whole. */
const scale = Number(process.env['BENCH_SCALE'] ?? '1');
const rounds = Number(process.env['BENCH_ROUNDS'] ?? '40');
/** Each size is four times the one before; the last is the whole. */
const shares = [1 / 16, 1 / 4, 1];

/** What a zone waits for that has everything: its leader's page, its lights after midnight, a report, its ledger. */
export const bench: Bench = () =>
  withDataFolder(async (folder) => {
    const server = await startEmbeddedPostgres(folder);
    const data = join(folder, 'site');
    await mkdir(data);
    await chmod(data, 0o711);
    // It brings the schema and the zones, and no worker disturbs what is measured.
    const site = await startSite(data, { DATABASE_URL: server.url, YUANLIAN_WORKER: 'off', YUANLIAN_SAMPLE: 'off' });
    const owner = openDatabase(server.url, 2);
    const app = openDatabase(addressAsApp(server.url), 4);
    try {
      return await measure({ owner, app, site });
    } finally {
      await site.stop();
      await Promise.all([owner.close(), app.close()]);
      await server.stop('fast');
    }
  });

interface Stage {
  readonly owner: Database;
  readonly app: Database;
  readonly site: Site;
}

interface Zone {
  readonly code: string;
  readonly today: string;
  readonly leader: Person;
}

async function measure(stage: Stage) {
  const [code = ''] = await zonesOf(stage.owner);
  const leader = await person(stage.owner, 'leader', [{ role: 'leader', zone: code }]);
  const today = dateOf(new Date());
  const zone = { code, today, leader };
  const figures: Figure[] = [];
  let from: Sizes = { plans: 0, tasks: 0, indicators: 0, projects: 0 };
  for (const [at, share] of shares.entries()) {
    const to = part(share * scale);
    await fillDelivery(stage.owner, { zone: code, today }, { from, to });
    // Of a first night everything is new; it is the second that every night is like.
    await standing(stage, addDays(today, -1));
    await stage.owner.pool.query('vacuum (analyze) task, indicator, observation, project');
    const name = (what: string) => `${4 ** at}×: ${what}`;
    figures.push(...(await atThisSize(stage, zone, { name, isWhole: at === shares.length - 1 })));
    from = to;
  }
  const { rows } = await stage.owner.pool.query<{ server_version: string }>('show server_version');
  return {
    postgres: rows[0]?.server_version ?? '',
    dataset: datasetOf(from),
    figures,
    reference: { what: 'counting the same tasks, observations and projects', figures: await reference(stage, zone) },
    notes: [
      'One zone holds everything. Each night the date goes on by one day; the night counts every task, indicator and project.',
      'The page and the ledger are asked of the built site over HTTP by its leader; nothing of them is kept.',
    ],
  };
}

function datasetOf({ plans, tasks, indicators, projects }: Sizes): string {
  const counts = { plans, tasks, reports: tasks * perTask.reports, indicators, projects };
  const said = Object.entries(counts).map(([what, count]) => `${count.toLocaleString('en')} ${what}`);
  const scaled = tasks === full.tasks ? '' : ` (BENCH_SCALE=${scale}: the targets are those of the whole)`;
  return `${said.join(', ')}, about ${(indicators * perIndicator).toLocaleString('en')} observations${scaled}`;
}

interface Named {
  readonly name: (what: string) => string;
  /** Targets are of the whole; smaller sizes show how it grows. */
  readonly isWhole: boolean;
}

async function atThisSize(stage: Stage, zone: Zone, { name, isWhole }: Named): Promise<Figure[]> {
  const bound = (most: number, unit: string, value: number) =>
    isWhole ? { target: `< ${most.toLocaleString('en')} ${unit}`, reached: value < most } : {};
  const facts = await many(() =>
    stage.app.inTransaction(zone.leader.actor, (tx) =>
      leaderFacts(tx, { value: zone.code, label: { zh: '', en: '' } }, zone.today),
    ),
  );
  const pages = await many(() => ask(stage.site, zone, `/zh/desk/leader?zone=${zone.code}`));
  const night = await standing(stage, zone.today);
  const reports = await reporting(stage, zone);
  const ledger = await ledgerOf(stage.site, zone);
  const [page, report] = [percentile(pages, 0.95), percentile(reports, 0.95)];
  return [
    { name: name('leader’s page, its facts alone, p95'), value: percentile(facts, 0.95), unit: 'ms' },
    { name: name('leader’s page over HTTP, p50'), value: percentile(pages, 0.5), unit: 'ms' },
    { name: name('leader’s page over HTTP, p95'), value: page, unit: 'ms', ...bound(200, 'ms', page) },
    ...night.parts.map(({ what, seconds }) => ({ name: name(`new date: ${what}`), value: seconds, unit: 's' })),
    { name: name('new date: processor time of this program'), value: night.processor, unit: 's' },
    { name: name('new date: every light'), value: night.seconds, unit: 's', ...bound(2, 's', night.seconds) },
    { name: name('one report, p95'), value: report, unit: 'ms', ...bound(50, 'ms', report) },
    { name: name('projects as XLSX'), value: ledger.seconds, unit: 's', ...bound(5, 's', ledger.seconds) },
    { name: name('projects as XLSX, size'), value: ledger.bytes / 2 ** 20, unit: 'MB' },
    { name: name('projects as XLSX, memory before'), value: ledger.before, unit: 'MB' },
    { name: name('projects as XLSX, memory at its peak'), value: ledger.peak, unit: 'MB' },
  ];
}

async function many(work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(work));
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function ask({ port }: Site, { leader }: Zone, path: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: leader.cookie } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

/** What the jobs just after midnight do. */
async function standing({ app }: Stage, today: string) {
  const processor = process.cpuUsage();
  const parts: { what: string; seconds: number }[] = [];
  const step = async (what: string, work: () => Promise<unknown>) =>
    parts.push({ what, seconds: (await timed(work)) / 1000 });
  await step('tasks', () => app.inTransaction(theSystem, (tx) => refreshTasks(tx, { today })));
  await step('indicators', () => refreshOn(app, today));
  await step('projects', () => app.inTransaction(theSystem, (tx) => refreshProjects(tx, { today })));
  const { user, system } = process.cpuUsage(processor);
  const seconds = parts.reduce((sum, one) => sum + one.seconds, 0);
  return { parts, seconds, processor: (user + system) / 1e6 };
}

/** One sentence and a milestone, with the light that follows from it, each on another task. */
async function reporting({ app }: Stage, { code, today, leader: { actor } }: Zone): Promise<number[]> {
  const { rows } = await app.inTransaction(actor, (tx) =>
    tx.execute<{ task: string; milestone: string }>(sql`
      select task.id as task, min(milestone.id) as milestone from task join milestone on task_id = task.id
      where task.zone_code = ${code} and state in ('planned', 'under-way') and milestone.done_on is null
      group by task.id order by task.id limit ${rounds + 1}`),
  );
  const times: number[] = [];
  for (const { task, milestone } of rows) {
    const ticked = [{ milestone: Number(milestone), doneOn: today }];
    const input = { task: Number(task), body: '桩基完成，转入主体施工。', ticked, evidence: [] };
    times.push(
      await timed(async () => {
        const reporter = { actor, via: 'desk' as const, today };
        const kept = await app.allOrNothing(actor, (tx) => reportOnTask(tx, reporter, input));
        if (!kept.ok) throw new Error(kept.problems[0]?.says.en);
      }),
    );
  }
  return times.slice(1);
}

const sampleMs = 20;

/** All projects of the zone as a workbook, and how much memory the site has meanwhile. */
async function ledgerOf(site: Site, zone: Zone) {
  const path = `/zh/desk/projects/export?format=xlsx&sort=reference`;
  const before = await memoryOf(site.pid);
  let [peak, isDone] = [before, false];
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await memoryOf(site.pid));
      await new Promise((wake) => setTimeout(wake, sampleMs));
    }
  })();
  let bytes = 0;
  const seconds = (await timed(async () => (bytes = await download(site, zone, path)))) / 1000;
  isDone = true;
  await watching;
  return { seconds, bytes, before, peak };
}

/** Read as it comes, so that what is measured is what the site keeps. */
async function download({ port }: Site, { leader }: Zone, path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: leader.cookie } });
  if (answer.status !== 200 || !answer.body) throw new Error(`${path} answered ${answer.status}`);
  let bytes = 0;
  for await (const chunk of answer.body) bytes += (chunk as Uint8Array).length;
  return bytes;
}

async function reference({ app }: Stage, { code, leader }: Zone): Promise<Figure[]> {
  const times = await many(() =>
    app.inTransaction(leader.actor, (tx) =>
      tx.execute(sql`select (select count(*) from task where zone_code = ${code}),
        (select count(*) from observation where zone_code = ${code}), (select count(*) from project where zone_code = ${code})`),
    ),
  );
  return [
    { name: 'counting, p95', value: percentile(times, 0.95), unit: 'ms' },
    { name: 'load of the machine (1 min)', value: loadavg()[0] ?? 0, unit: '' },
  ];
}
