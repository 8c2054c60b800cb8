import { theSystem } from '#accounts/actor.ts';
import { actorOf } from '#accounts/view.server.ts';
import { officialDocument } from '#documents/official.ts';
import { dateOf } from '#language/dates.ts';
import { weeklyBriefWords as words } from '#language/words/weekly-brief.ts';
import type { Maker } from '#platform/attachment.ts';
import { zoneChoices } from '#zones/read.server.ts';
import { zonesLed } from './leader.ts';
import { leaderFacts } from './read-leader.server.ts';
import { briefOf } from './weekly-brief.ts';

/** The brief of a zone as one page, made as the leader it is for: whoever no longer leads the zone gets none. */
export const attachBrief: Maker = async ({ database, now }, { account, zone, lang }) => {
  const leader = await database.inTransaction(theSystem, (tx) => actorOf(tx, account));
  if (!leader || !zonesLed(leader).includes(zone)) return undefined;
  const facts = await database.inTransaction(leader, async (tx) => {
    const [choice] = await zoneChoices(tx, [zone]);
    return choice && leaderFacts(tx, choice, dateOf(now()));
  });
  if (!facts) return undefined;
  return {
    filename: `${words.file.en}-${facts.today}.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await officialDocument(briefOf(facts, lang)),
  };
};
