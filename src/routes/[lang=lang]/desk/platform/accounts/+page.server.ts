import { peopleList as list, personRow } from '#accounts/people-list.ts';
import { listPeople } from '#accounts/read-people.server.ts';
import { organisationsIn } from '#accounts/read-places.server.ts';
import { askedOf } from '#lists/address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) => {
  const asked = askedOf(list, url.searchParams);
  const after = /^\d{1,15}$/.test(asked.after ?? '') ? Number(asked.after) : undefined;
  const { people, next, total, organisations } = await database.inTransaction(actor, async (tx) => {
    const listed = await listPeople(tx, actor, { filters: asked.filters, after });
    const held = listed.people.flatMap(({ memberships }) => memberships);
    return { ...listed, organisations: await organisationsIn(tx, held) };
  });
  const rows = people.map((person) => personRow(person, lang, organisations));
  return { list, asked, page: { rows, total, ...(next !== undefined && { next: String(next) }) } };
};
