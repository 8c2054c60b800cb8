import { inArray, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { mailFoot, registrationMails } from '#language/words/registration-mails.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail, type Letter } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { inBoth } from './event.ts';
import { lettersToWrite, type Order } from './read-letters.server.ts';
import { pageOfRegistration } from './read-token.server.ts';
import { spanOf } from './span.ts';
import { registrationLetters } from './tables.server.ts';
import { meetingsTold, type MeetingTold } from './read-meeting-letters.server.ts';

const lettersAtOnce = 500;

/** Writes every letter that was ordered, once: the mail and that it is written are one transaction. */
export const writeToRegistered: Handler<'write-to-registered'> = async (services, _data, { signal }) => {
  while (!signal.aborted && (await writeSome(services)) === lettersAtOnce);
};

async function writeSome(services: Services): Promise<number> {
  return services.database.inTransaction(theSystem, async (tx) => {
    const orders = await lettersToWrite(tx, lettersAtOnce);
    if (orders.length === 0) return 0;
    const meetings = await meetingsTold(
      tx,
      orders.flatMap(({ letter: { meetingId, registrationId } }) => (meetingId ? [{ meetingId, registrationId }] : [])),
    );
    const pageOf = await pageOfRegistration(tx, services.config.origin);
    const letters = orders.map((order) => {
      const { meetingId, registrationId } = order.letter;
      const meeting = meetingId ? meetings.get(`${meetingId} ${registrationId}`) : undefined;
      return letterOf(order, { meeting, page: pageOf(order.to), site: services.site.name[order.to.lang] });
    });
    await queueMail(tx, ...letters);
    const ids = orders.map(({ letter }) => letter.id);
    await tx
      .update(registrationLetters)
      .set({ writtenAt: sql`now()` })
      .where(inArray(registrationLetters.id, ids));
    return orders.length;
  });
}

interface Around {
  readonly meeting: MeetingTold | undefined;
  /** Where whoever registered sees and changes it. */
  readonly page: string;
  readonly site: string;
}

function letterOf({ letter, to, event, zone }: Order, { meeting, page, site }: Around): Letter {
  const { lang } = to;
  const mail = registrationMails[letter.kind];
  const told = {
    title: inBoth(event.titleZh, event.titleEn)[lang],
    when: spanOf(event, lang),
    venue: inBoth(event.venueZh, event.venueEn)[lang],
    reason: event.cancelledReason,
    other: meeting?.other[lang] ?? '',
    slot: meeting ? spanOf(meeting, lang) : '',
  };
  const foot = `${mailFoot.link[lang]}${page}\n\n${mailFoot.sentBy(zone[lang], site)[lang]}`;
  return {
    to: to.email,
    lang,
    kind: 'event',
    subject: mail.subject(told)[lang],
    text: `${to.name}\n\n${mail.text(told)[lang]}\n\n${foot}`,
  };
}
