import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commandLine } from '#accounts/actor.ts';
import { sharpnessOf } from '#listings/sharpness.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { loadSample, removeSample } from './sample.server.ts';
import { sampleListing, type SampleListing } from './sample-shapes.ts';

const read = <T>(name: string, shape: z.ZodType<T>) =>
  z.array(shape).parse(JSON.parse(readFileSync(`sample/${name}.json`, 'utf8')));
const listings = read('listings', sampleListing);

const count = async (tx: Tx, table: string) =>
  Number(
    (
      await tx.execute<{ n: string }>(
        sql.raw(`select count(*) as n from ${table} where ${table === 'unit' ? 'is_sample' : 'sample'}`),
      )
    ).rows[0]?.n,
  );
const tables = [
  ...['organisation', 'listing', 'connection', 'event', 'unit', 'plan', 'cluster', 'indicator', 'task', 'project'],
  ...['slip', 'blocker', 'instruction', 'round'],
];
const none = Object.fromEntries(tables.map((table) => [table, 0]));
const counts = async (tx: Tx) =>
  Object.fromEntries(await Promise.all(tables.map(async (t) => [t, await count(tx, t)])));

test('it loads by the verbs that people use, again without effect, and goes without a trace', { timeout: 60_000 }, () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    await loadSample(tx, commandLine, 'sample');
    const loaded = await counts(tx);
    expect(loaded).toMatchObject({ organisation: 10, listing: 16, connection: 7, event: 2, unit: 8, plan: 1 });
    expect(loaded).toMatchObject({
      cluster: 6,
      indicator: 13,
      task: 24,
      project: 15,
      blocker: 1,
      instruction: 1,
      round: 1,
    });
    const { rows } = await tx.execute(sql`select distinct state from connection order by state`);
    expect(rows.map(({ state }) => state)).toEqual([
      ...['accepted', 'agreement', 'contact', 'ended', 'negotiation', 'proposed'],
    ]);
    const all = async (of: ReturnType<typeof sql>) => (await tx.execute(of)).rows.map((row) => Object.values(row)[0]);
    expect(await all(sql`select distinct light from task order by 1`)).toEqual([
      'blue',
      'green',
      'none',
      'red',
      'yellow',
    ]);
    expect(await all(sql`select distinct stage from project`)).toHaveLength(10);
    expect(await all(sql`select distinct colour from slip order by 1`)).toEqual(['blue', 'red', 'yellow']);
    expect(await all(sql`select state || is_public::text || version from plan`)).toEqual(['in-forcetrue2']);
    await loadSample(tx, commandLine, 'sample');
    expect(await counts(tx)).toEqual(loaded);
    await removeSample(tx, commandLine);
    expect(await counts(tx)).toEqual(none);
  }),
);

test('what somebody’s own record is tied to stays', { timeout: 60_000 }, () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    await loadSample(tx, commandLine, 'sample');
    await tx.execute(sql`with person as (insert into account (email, name) values ('a@example.org', 'a') returning id)
      insert into membership (account_id, role, organisation_id)
      select person.id, 'member', (select min(id) from organisation) from person`);
    await tx.execute(sql`insert into task (zone_code, plan_id, title_zh, lead_unit_id, begins_on, due_on)
      select zone_code, plan_id, '自己的任务', lead_unit_id, begins_on, due_on from task where number = '1'`);
    await removeSample(tx, commandLine);
    // The plan stays with the instruction that its version rests on.
    expect(await counts(tx)).toEqual({ ...none, organisation: 1, plan: 1, instruction: 1, unit: 1 });
  }),
);

const draftOf = ({ side, zh, targets, stage, deadlineDays }: SampleListing) => ({
  ...{ side, lang: 'zh' as const, title: '', summary: '', body: '', tried: '', conditions: '', decider: '' },
  ...{ advantage: '', proof: '', fields: '', stage, deadline: deadlineDays === undefined ? undefined : '2027-01-01' },
  ...Object.fromEntries(Object.entries(zh).filter(([, said]) => typeof said === 'string')),
  targets: targets.map(({ zh: name, value, unit }) => ({ name, value, unit })),
});

test.each(listings.map((one) => [one.slug, one] as const))('%s is as sharp as it is meant to be', (slug, listing) => {
  const { level } = sharpnessOf(draftOf(listing));
  expect(level).toBe(slug === 'site-management' ? 'vague' : 'sharp');
});
