import { and, eq, isNull } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { z } from 'zod';
import type { Lang, TwoText } from '#language/lang.ts';
import { notify } from '#notifications/write.server.ts';
import { contactsOf } from '#organisations/read.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { answerLinks } from './answer-link.server.ts';
import { peopleOf, type Told } from './read-people.server.ts';
import { connectionRow, type ConnectionRow } from './read-row.server.ts';
import { titlesOf, writtenIn } from './read-titles.server.ts';
import { connectionSteps } from './tables.server.ts';
import { askingLetter, isAsked, isTold, lineOf } from './telling.ts';

type StepRow = typeof connectionSteps.$inferSelect;

/** Tells of one step whoever has to know of it, once: who took it may not see all of them, so the site does. */
export const tellConnection: Handler<'tell-connection'> = async (services, { step }) => {
  await services.database.inTransaction(theSystem, async (tx) => {
    const ofStep = and(eq(connectionSteps.id, step), isNull(connectionSteps.toldAt));
    const [row] = await tx.select().from(connectionSteps).where(ofStep).for('update');
    const connection = row && (await connectionRow(tx, row.connectionId));
    if (!row || !connection) return;
    await tx.update(connectionSteps).set({ toldAt: services.now() }).where(eq(connectionSteps.id, step));
    if (isTold(row)) await tell(tx, services, { step: row, connection });
  });
};

interface Telling {
  readonly step: StepRow;
  readonly connection: ConnectionRow;
}

async function tell(tx: Tx, services: Services, telling: Telling): Promise<void> {
  const { step, connection } = telling;
  const people = (await peopleOf(tx, connection)).filter(({ accountId }) => step.actor !== `account:${accountId}`);
  const titles = await titlesOf(tx, [connection.needId, connection.offerId]);
  const need = titles.get(connection.needId) ?? { zh: '', en: '' };
  const asked = new Set(
    await ask(tx, services, { ...telling, people, need, offer: titles.get(connection.offerId ?? 0) }),
  );
  const path = `/desk/connections/${connection.id}`;
  const told = { kind: 'connection', text: lineOf(step, need), path } as const;
  const [withLetter, others] = [true, false].map((has) =>
    people.filter(({ accountId }) => asked.has(accountId) === has).map(({ accountId }) => accountId),
  );
  await notify(tx, { ...told, accounts: withLetter ?? [], hasLetter: true });
  await notify(tx, { ...told, accounts: others ?? [] });
}

interface Asking extends Telling {
  readonly people: readonly Told[];
  readonly need: TwoText;
  /** Undefined of an institute that has no offer for it yet. */
  readonly offer: TwoText | undefined;
}

/** Writes to the sides whose answer is waited for; answers the accounts that were written to. */
async function ask(tx: Tx, services: Services, asking: Asking): Promise<number[]> {
  const { connection, people, step } = asking;
  const unanswered = { need: !connection.needAcceptedAt, offer: !connection.offerAcceptedAt };
  if (connection.state !== 'proposed') return [];
  const sides = (['need', 'offer'] as const).filter((side) => isAsked(step, side, unanswered));
  const linkFor = await answerLinks(tx, services.config.origin);
  for (const side of sides)
    await queueMail(tx, ...(await lettersTo(tx, { ...asking, side }, { linkFor, site: services.site.name })));
  const asked = sides.map((side) => organisationOf(side, connection));
  return people.filter(({ organisationId }) => asked.includes(organisationId ?? 0)).map(({ accountId }) => accountId);
}

type Side = 'need' | 'offer';
const organisationOf = (side: Side, { needOrganisationId, offerOrganisationId }: ConnectionRow) =>
  side === 'need' ? needOrganisationId : offerOrganisationId;

interface Frame {
  readonly linkFor: Awaited<ReturnType<typeof answerLinks>>;
  readonly site: TwoText;
}

async function lettersTo(tx: Tx, asking: Asking & { readonly side: Side }, { linkFor, site }: Frame) {
  const { side, connection, people, step, need, offer } = asking;
  const { id, silentUntil, proposedAt } = connection;
  if (!silentUntil || !proposedAt) return [];
  const texts = side === 'need' ? { own: need, other: offer ?? need } : { own: offer, other: need };
  const frame = { ...texts, note: step.note, until: silentUntil, site, isReminder: step.action === 'remind' };
  const own = side === 'need' ? connection.needId : connection.offerId;
  const readers = await readersOf(tx, organisationOf(side, connection), { people, listing: own });
  return readers.map(({ email, lang, accountId }) => {
    const link = { connection: id, side, proposedAt: proposedAt.getTime(), account: accountId };
    return askingLetter({ ...frame, to: email, lang, link: linkFor(lang, link) });
  });
}

interface Reader {
  readonly email: string;
  readonly lang: Lang;
  readonly accountId: number | undefined;
}

interface Known {
  readonly people: readonly Told[];
  readonly listing: number | null;
}

/**
 * The members who want mails; where an organisation has no member yet, the addresses that its broker keeps, written to in
 * the language of its own listing, as nobody has said another.
 */
async function readersOf(tx: Tx, organisation: number, { people, listing }: Known): Promise<readonly Reader[]> {
  const members = people.filter(({ organisationId }) => organisationId === organisation);
  if (members.length > 0) return members.filter(({ wish }) => wish !== 'off');
  const addresses = (await contactsOf(tx, organisation)).flatMap(({ email }) => (isAddress(email) ? [email] : []));
  const lang = (await writtenIn(tx, listing)) ?? 'zh';
  return [...new Set(addresses)].slice(0, 1).map((email) => ({ email, lang, accountId: undefined }));
}

/** Somebody typed it into a list of contacts: what no mail can be sent to is left out. */
function isAddress(text: string): boolean {
  return z.email().safeParse(text).success;
}
