import type { Actor } from '#accounts/actor.ts';
import { industryList } from '#industries/read.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Choice } from '#lists/list.ts';
import { organisationList } from '#organisations/desk-list.ts';
import { zonesKept } from '#organisations/organisation.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of organisations as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const industries = await industryChoices(tx);
  const list = organisationList({ industries, zones: await zoneChoices(tx, zonesKept(actor) ?? []) });
  return { list, asked: askedOf(list, query), industries };
}

export async function industryChoices(db: Db): Promise<Choice[]> {
  return (await industryList(db)).map(({ code, name }) => ({ value: code, label: name }));
}
