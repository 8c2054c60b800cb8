import { sql } from 'drizzle-orm';
import { commandLine, theSystem, type Actor } from '#accounts/actor.ts';
import { addEvent, publishEvent } from '#events/write.server.ts';
import { settleOrganisation } from '#events/write-desk-registration.server.ts';
import { openSlots } from '#events/write-slots.server.ts';
import { askToRegister, confirmRegistration } from '#events/write-registration.server.ts';
import type { Tx } from '#platform/database.server.ts';

export const [here, there] = ['32101026', '34101001'] as const;

/** Before anything of the test's events happens. */
export const early = new Date('2026-09-01T00:00:00Z');

/** A pitch day as its form sends it. */
export const pitchDay = {
  ...{ kind: 'pitch-day', titleZh: '新材料成果路演', titleEn: 'New materials pitch day' },
  ...{ summaryZh: '六家平台，四家企业。', summaryEn: 'Six institutes and four enterprises.' },
  ...{ venueZh: '会议中心一号厅', venueEn: 'Conference centre, hall 1' },
  ...{ beginsAt: '2026-09-11T09:00', endsAt: '2026-09-11T17:00', registrationClosesAt: '', capacity: '' },
};

/** Whoever registers, as the form sends them. */
export function guest(name: string, more: Readonly<Record<string, string>> = {}) {
  const person = { name, organisation: '某公司', role: '工程师', phone: '', lang: 'zh', consent: 'yes' };
  return { ...person, email: `${name}@guest.example`, ...more };
}

/** Nobody of these keeps an event of `here`, or may change anything at all. */
export const strangers: readonly (readonly [string, Actor])[] = [
  ['a visitor', { id: 'visitor', name: 'v', memberships: [] }],
  ['a leader of the zone', { id: 'account:2', accountId: 2, name: 'l', memberships: [{ role: 'leader', zone: here }] }],
  [
    'an officer of the zone',
    { id: 'account:3', accountId: 3, name: 'o', memberships: [{ role: 'officer', zone: here }] },
  ],
  ['a member', { id: 'account:4', accountId: 4, name: 'm', memberships: [{ role: 'member', organisation: 1 }] }],
  [
    "the other zone's broker",
    { id: 'account:5', accountId: 5, name: 'b', memberships: [{ role: 'broker', zone: there }] },
  ],
  [
    "the other zone's publisher",
    { id: 'account:6', accountId: 6, name: 'p', memberships: [{ role: 'publisher', zone: there }] },
  ],
];

export const broker: Actor = {
  id: 'account:1',
  accountId: 1,
  name: 'b',
  memberships: [{ role: 'broker', zone: here }],
};

/** A published event of `here`. */
export async function published(tx: Tx, fields: Partial<typeof pitchDay> = {}): Promise<number> {
  const added = await addEvent(tx, commandLine, { zone: here, fields: { ...pitchDay, ...fields } });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  const shown = await publishEvent(tx, commandLine, added.value.id);
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  return added.value.id;
}

/** Somebody who asked, and whose link is still to be followed; answers the id of the registration. */
export async function asked(tx: Tx, event: number, fields: ReturnType<typeof guest>): Promise<number> {
  const outcome = await askToRegister(tx, theSystem, { event, fields, now: early });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const { rows } = await tx.execute<{ id: string }>(
    sql`select max(id) as id from registration where event_id = ${event} and email = ${fields.email}`,
  );
  return Number(rows[0]?.id);
}

/** Somebody who followed the link too. */
export async function registered(tx: Tx, event: number, fields: ReturnType<typeof guest>): Promise<number> {
  const id = await asked(tx, event, fields);
  const outcome = await confirmRegistration(tx, theSystem, { id, now: early });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return id;
}

/** A public organisation of a zone. */
export async function organisation(tx: Tx, nameZh: string, zone: string = here): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`insert into organisation (kind, name_zh, zone_code, is_public)
    values ('enterprise', ${nameZh}, ${zone}, true) returning id`);
  return Number(rows[0]?.id);
}

/** A published need or offer. */
export async function listing(tx: Tx, of: { side: string; organisation: number; state?: string; zone?: string }) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into listing (side, kind, organisation_id, zone_code, state, original_lang, published_at)
    values (${of.side}, 'technology', ${of.organisation}, ${of.zone ?? here}, ${of.state ?? 'published'}, 'zh', now())
    returning id`);
  const id = Number(rows[0]?.id);
  await tx.execute(sql`insert into listing_edition (listing_id, lang, title) values (${id}, 'zh', ${`题目 ${id}`})`);
  return id;
}

/** Slots for meetings as their form sends them. */
export const grid = { from: '2026-09-11T14:00', to: '2026-09-11T15:00', length: '20', pause: '0', tables: '1' };

/** An event with slots and so many organisations of one person each. */
export async function arranged(tx: Tx, count: number, fields: Partial<typeof grid> = {}) {
  const event = await published(tx);
  const opened = await openSlots(tx, broker, { event, fields: { ...grid, ...fields } });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const sides: { organisation: number; registration: number }[] = [];
  for (let at = 0; at < count; at++) {
    const name = `单位${event}之${at}`;
    const of = await organisation(tx, name, at % 2 === 0 ? undefined : there);
    const registration = await registered(tx, event, guest(`p${event}x${at}`));
    await settleOrganisation(tx, broker, { event, registration, name, now: early });
    sides.push({ organisation: of, registration });
  }
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from meeting_slot where event_id = ${event} order by begins_at`,
  );
  return { event, sides, slots: rows.map(({ id }) => Number(id)) };
}
