import { error } from '@sveltejs/kit';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { canSeeHealth, inspect, summaryOf } from '#health/health.ts';
import { deadLinks, healthFacts } from '#health/read.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, site, now }, url }) => {
  const own = zonesOf(actor);
  const asked = url.searchParams.get('zone') ?? '';
  const zone = asked || (isOperator(actor) ? undefined : own[0]);
  if (!canSeeHealth(actor, zone)) error(404);
  const [facts, dead, zones] = await database.inTransaction(
    actor,
    async (tx) =>
      [
        await healthFacts(tx, { zone, site, now: now() }),
        await deadLinks(tx, zone),
        await zonesNamed(tx, zone ? [...own, zone] : own),
      ] as const,
  );
  const findings = inspect(facts);
  return { findings, summary: summaryOf(findings), dead, zones, zone, mayAll: canSeeHealth(actor, undefined) };
};

function zonesOf(actor: Actor): string[] {
  return actor.memberships.flatMap(({ zone }) => (zone && canSeeHealth(actor, zone) ? [zone] : []));
}
