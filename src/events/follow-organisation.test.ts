import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Going } from '#organisations/follow.ts';
import { mergeOrganisations } from '#organisations/write-merge.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { broker, here, organisation, organisationWorld } from '../../tests/support/organisations.ts';
import { eventsFollow } from './follow-organisation.server.ts';

const merge = (tx: Tx, going: Going) => mergeOrganisations(tx, broker, { ...going, followers: [eventsFollow] });

test('who speaks, registers and meets at an event goes along; meetings that would be with oneself keep the two apart', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const [from, to] = [await organisation(tx), await organisation(tx, { nameZh: '某某集团' })];
    const third = await organisation(tx, { nameZh: '第三家' });
    const meet = async (one: number, other: number) =>
      tx.execute(sql`
        with held as (insert into event (kind, zone_code, title_zh, begins_at, ends_at)
            values ('pitch-day', ${here}, '路演', now(), now() + interval '1 day') returning id),
          came as (insert into registration (event_id, zone_code, name, organisation_name, organisation_id, email, lang, code)
            select id, ${here}, '王某', '某某', ${one}, 'w@example.com', 'zh', 'ABCDEFGH' from held returning id),
          slot as (insert into meeting_slot (event_id, zone_code, begins_at, ends_at)
            select id, ${here}, now(), now() + interval '1 hour' from held returning id)
        insert into meeting (event_id, zone_code, slot_id, from_organisation_id, to_organisation_id, from_registration_id, answer_by)
        select held.id, ${here}, slot.id, ${one}, ${other}, came.id, now() from held, came, slot`);
    await meet(from, third);
    expect(await merge(tx, { from, to })).toMatchObject({ ok: true });
    const { rows } = await tx.execute(sql`select from_organisation_id::int as meets,
      (select organisation_id::int from registration) as came from meeting`);
    expect(rows).toEqual([{ meets: to, came: to }]);
    expect(await merge(tx, { from: third, to })).toMatchObject({ ok: false });
  }));
