import { and, eq, isNull, lt, notExists, sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { mailWords as words } from '#language/words/mail.ts';
import { maxAttachmentBytes, type Attachment, type Makers } from './attachment.ts';
import type { Config } from './config.ts';
import type { Asker, Tx } from './database.server.ts';
import { EnvironmentProblem } from './environment.ts';
import { later, type Handler, type Run } from './jobs.server.ts';
import { messageOf, type Message } from './letter.ts';
import { tries } from './mail.server.ts';
import type { Services } from './services.server.ts';
import { mails } from './tables.server.ts';

/** Nobody asks: the site itself sends. */
const site: Asker = { memberships: [{ role: 'operator' }] };

/** Sends mails; what they carry is made by `makers`. */
export function sendingMail(makers: Makers): Handler<'send-mail'> {
  return async (services, { mail: id }, run) => {
    // Nothing is wrong with the mail: it waits until an operator names a server, and `sweepMail` brings it back.
    if (!services.config.mail) return;
    const attachments = await attachmentsOf(services, id, makers);
    if (attachments) await send({ services, server: services.config.mail, attachments }, id, run);
  };
}

interface Sending {
  readonly services: Services;
  readonly server: MailServer;
  readonly attachments: readonly Attachment[];
}

/** Sends one mail of the outbox and notes it in the same moment as far as a mail server allows. */
async function send({ services, server, attachments }: Sending, id: number, run: Run): Promise<void> {
  const { config, database, now } = services;
  const host = new URL(config.origin).hostname;
  const failure = await database.inTransaction(site, async (tx) => {
    const mail = await waiting(tx, id);
    if (!mail) return undefined;
    const message = messageOf({ ...mail, text: mail.body ?? '', unsubscribe: mail.unsubscribeUrl }, host);
    const refusal = await trySending(server, { ...message, attachments: [...attachments] });
    const tried = { tries: mail.tries + 1, lastTriedAt: now(), lastError: refusal?.said ?? null };
    await tx
      .update(mails)
      .set({ ...tried, ...endOf(refusal, run, now()) })
      .where(eq(mails.id, id));
    return refusal;
  });
  // Refused for good is an end of its own, noted with the mail: nothing is gained by another try.
  if (failure && !failure.isFinal) throw new EnvironmentProblem(words.serverRefused(failure.said));
}

/**
 * What a mail carries, made before the mail is locked. Undefined where it is for somebody who may no longer have it:
 * then the mail, which says the same, is given up as well.
 */
async function attachmentsOf(services: Services, id: number, makers: Makers): Promise<Attachment[] | undefined> {
  const { database, now } = services;
  const isOpen = and(eq(mails.id, id), isNull(mails.sentAt), isNull(mails.droppedAt));
  const [mail] = await database.inTransaction(site, (tx) => tx.select().from(mails).where(isOpen));
  if (!mail?.attached) return [];
  const { attached, attachedFor: account, attachedZone: zone, lang } = mail;
  const made =
    account === null || zone === null ? undefined : await makers[attached](services, { account, zone, lang });
  if (made && made.content.length > maxAttachmentBytes) throw new Error(`what mail ${id} carries is too large`);
  if (made) return [made];
  const given = { droppedAt: now(), body: null, lastError: words.noLongerTheirs.zh };
  await database.inTransaction(site, (tx) => tx.update(mails).set(given).where(isOpen));
  return undefined;
}

/** Sent or given up, the text goes: it may open an account. */
function endOf(refusal: Refusal | undefined, { isLastAttempt }: Run, now: Date) {
  if (!refusal) return { sentAt: now, body: null };
  return isLastAttempt || refusal.isFinal ? { droppedAt: now, body: null } : {};
}

/** Locked until it is noted as sent: a second worker with the same job waits, and then finds it gone. */
async function waiting(tx: Tx, id: number) {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), isNull(mails.sentAt), isNull(mails.droppedAt)))
    .for('update');
  return mail;
}

type Carrying = Message & { attachments: Attachment[] };
type MailServer = NonNullable<Config['mail']>;

const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface Refusal {
  /** What the server said, without addresses: it goes into the log as well. */
  readonly said: string;
  /** It does not want this mail, now or later. */
  readonly isFinal: boolean;
}

/** Undefined when the server took it. */
async function trySending({ smtp, from }: MailServer, message: Carrying): Promise<Refusal | undefined> {
  const { protocol, hostname, port, username, password } = new URL(smtp);
  const secure = protocol === 'smtps:';
  const auth =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...auth,
    ...waits,
    // A message never names files or addresses to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ ...message, from });
    return undefined;
  } catch (error) {
    return refusalOf(error);
  } finally {
    transport.close();
  }
}

/** 5xx to the recipient or the text is about this mail; 5xx to our signing in is about the settings. */
function refusalOf(error: unknown): Refusal {
  const { message, code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const said = String(message)
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
  return { said, isFinal: (code === 'EENVELOPE' || code === 'EMESSAGE') && Number(responseCode) >= 500 };
}

/** How long a mail may wait for a server before what it says is out of date. */
const keepDays = 14;

/** Brings back mails whose job is gone, as after a mail server was named, and drops the text of those that are too old. */
export const sweepMail: Handler<'sweep-mail'> = async ({ config, database, now }) => {
  await database.inTransaction(site, async (tx) => {
    const old = new Date(now().getTime() - keepDays * 24 * 3600_000);
    const isWaiting = and(isNull(mails.sentAt), isNull(mails.droppedAt));
    await tx
      .update(mails)
      .set({ droppedAt: now(), body: null })
      .where(and(isWaiting, lt(mails.queuedAt, old)));
    if (!config.mail) return;
    const job = sql`select from pgboss.job where name = 'send-mail' and singleton_key = ${mails.id}::text and state < 'completed'`;
    const left = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(isWaiting, notExists(sql`(${job})`)))
      .limit(500);
    for (const { id } of left) await later(tx, { job: 'send-mail', data: { mail: id }, key: String(id), tries });
  });
};
