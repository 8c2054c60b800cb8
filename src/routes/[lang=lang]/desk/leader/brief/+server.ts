import { error } from '@sveltejs/kit';
import { leaderQuery } from '#delivery/leader.ts';
import { leaderFacts, leaderZones } from '#delivery/read-leader.server.ts';
import { briefOf } from '#delivery/weekly-brief.ts';
import { chosenZone } from '#delivery/zone-choice.ts';
import { officialDocument } from '#documents/official.ts';
import { dateOf } from '#language/dates.ts';
import { weeklyBriefWords as words } from '#language/words/weekly-brief.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { actor, database, lang, now }, url }) => {
  const { zone: asked } = leaderQuery.parse(Object.fromEntries(url.searchParams));
  const facts = await database.inTransaction(actor, async (tx) => {
    const zone = chosenZone(await leaderZones(tx, actor), asked);
    return zone && leaderFacts(tx, zone, dateOf(now()));
  });
  if (!facts) error(404);
  const document = await officialDocument(briefOf(facts, lang));
  return new Response(new Uint8Array(document), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${words.file.en}-${facts.today}.docx"`,
      'cache-control': 'private, no-store',
    },
  });
};
