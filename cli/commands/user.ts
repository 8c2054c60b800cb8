import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { emailSchema, newAccountSchema, problemsOf } from '#accounts/account.ts';
import { commandLine, type Membership } from '#accounts/actor.ts';
import { membershipSchema } from '#accounts/invitation.ts';
import { operatorLink } from '#accounts/operator-link.server.ts';
import { listAccounts } from '#accounts/read.server.ts';
import { passwordProblems } from '#accounts/password.server.ts';
import { profileOf } from '#accounts/password-profile.ts';
import { resetSecondFactor } from '#accounts/second-factor.server.ts';
import { addAccount, disableAccount } from '#accounts/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import type { Tx } from '#platform/database.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { readSite } from '#platform/site.server.ts';
import { UsageProblem, type Command, type Context } from '../command.ts';

const options = {
  name: { type: 'string' },
  role: { type: 'string', default: 'operator' },
  zone: { type: 'string' },
  organisation: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];
type Action = (context: Context, email: string | undefined, values: Values) => Promise<number>;

const actions: Readonly<Record<string, Action>> = { list, add, disable, link, 'reset-factor': resetFactor };

export const userCommand: Command = {
  name: 'user',
  summary: words.userSummary,
  usage:
    'user list | user add EMAIL --name NAME [--role ROLE] [--zone CODE | --organisation NUMBER] [--password-stdin] | user disable EMAIL | user reset-factor EMAIL | user link  [--json]',
  async run(args, context) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = '', email, ...more] = positionals;
    const action = actions[name];
    if (!action || more.length > 0) throw new UsageProblem(words.userAction);
    return action(context, email, values);
  },
};

async function list(context: Context): Promise<number> {
  const accounts = await (await context.database()).inTransaction(commandLine, listAccounts);
  for (const { email, name, roles, createdAt, disabledAt } of accounts) {
    const line = [email, name, roles, dateOf(createdAt), disabledAt ? `✕ ${dateOf(disabledAt)}` : '']
      .join('\t')
      .trimEnd();
    context.say({ zh: line, en: line });
  }
  context.result({ accounts });
  return exitCodes.ok;
}

async function add(context: Context, email: string | undefined, values: Values): Promise<number> {
  const membership = membershipFrom(values);
  const made = values['password-stdin'] ? undefined : newPassword();
  const password = made ?? (await text(process.stdin)).replace(/\r?\n$/, '');
  const input = newAccountSchema.safeParse({ name: values.name, email, password });
  if (!input.success) return complain(context, refused(...problemsOf(input.error)));
  const weak = passwordProblems(password, profileOf(context.config.passwords), { ...input.data, siteNames: [] });
  if (weak.length > 0) return complain(context, refused(...weak));
  const outcome = await change(context, (tx) => addAccount(tx, context.actor, { account: input.data, membership }));
  if (!outcome.ok) return complain(context, outcome);
  context.say(words.userAdded(input.data.email, made));
  context.result({ email: input.data.email, ...(made === undefined ? {} : { password: made }) });
  return exitCodes.ok;
}

/** Random, and of every kind of character, so that it fits the rules of every profile. */
function newPassword(): string {
  return `${randomBytes(15).toString('base64url')}-Aa1`;
}

function membershipFrom({ role, zone, organisation }: Values): Membership {
  const membership = membershipSchema.safeParse({
    role,
    ...(zone !== undefined && { zone }),
    ...(organisation !== undefined && { organisation: Number(organisation) }),
  });
  if (!membership.success) throw new UsageProblem(words.roleWrong);
  return membership.data;
}

async function disable(context: Context, given: string | undefined): Promise<number> {
  const email = emailSchema.safeParse(given);
  if (!email.success) throw new UsageProblem(words.userEmail);
  const outcome = await change(context, (tx) => disableAccount(tx, context.actor, email.data));
  if (!outcome.ok) return complain(context, outcome);
  context.say(words.userDisabled(email.data));
  context.result({ disabled: email.data });
  return exitCodes.ok;
}

async function resetFactor(context: Context, given: string | undefined): Promise<number> {
  const email = emailSchema.safeParse(given);
  if (!email.success) throw new UsageProblem(words.userEmail);
  const site = await readSite(context.config.dataFolder);
  if (!site.ok) return complain(context, site);
  const { origin } = context.config;
  const asked = { email: email.data, site: { origin, siteName: site.value.name } };
  const outcome = await change(context, (tx) => resetSecondFactor(tx, context.actor, asked));
  if (!outcome.ok) return complain(context, outcome);
  context.say(words.userFactorReset(email.data));
  context.result({ reset: email.data });
  return exitCodes.ok;
}

async function link(context: Context): Promise<number> {
  const outcome = await change(context, (tx) => operatorLink(tx, context.actor, context.now()));
  if (!outcome.ok) return complain(context, outcome);
  const address = `${context.config.origin}/${context.lang}${outcome.value}`;
  context.say(words.userLink(address));
  context.result({ address });
  return exitCodes.ok;
}

async function change<T>(context: Context, verb: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const database = await context.database();
  return database.allOrNothing(commandLine, verb);
}

function complain(context: Context, outcome: Extract<Outcome<unknown>, { ok: false }>): number {
  for (const problem of outcome.problems) context.complain(problem.says);
  return exitCodes.someRefused;
}
