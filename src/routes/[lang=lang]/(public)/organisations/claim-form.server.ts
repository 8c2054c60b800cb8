import { fail, type RequestEvent } from '@sveltejs/kit';
import { isVisitor, theSystem } from '#accounts/actor.ts';
import { claimWords as words } from '#language/words/claims.ts';
import { claimForms, type Claim } from '#organisations/claim.ts';
import { parsed } from '#organisations/parse.ts';
import { claimOrganisation, isAskingTooOften } from '#organisations/write-claim.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';

type Read = (typed: Record<string, string>) => Outcome<Claim>;

/** Sends a claim off; what was typed comes back with what is wrong of it. */
export async function sendClaim(event: Pick<RequestEvent, 'request' | 'locals' | 'getClientAddress'>, read: Read) {
  const { actor, database, gate, now } = event.locals;
  const form = Object.fromEntries(await event.request.formData());
  const typed = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, String(value).slice(0, 2_000)]));
  const claim = read(typed);
  if (!claim.ok) return fail(400, { typed, problems: claim.problems.map(inClaimWords) });
  const email = claim.value.asker?.email ?? actor.id;
  if (await isAskingTooOften(gate.database.db, { email, address: event.getClientAddress(), now: now() })) {
    return fail(429, { typed, problems: [{ says: words.tooMany }] });
  }
  const outcome = await database.allOrNothing(theSystem, (tx) => claimOrganisation(tx, actor, claim.value));
  return outcome.ok ? { sent: true } : fail(422, { typed, problems: outcome.problems });
}

/** The sentences of this form where it has its own. */
function inClaimWords(problem: Problem): Problem {
  const says = problem.field === undefined ? undefined : words.wrong[problem.field];
  return says ? { ...problem, says } : problem;
}

const askerFields = ['name', 'email'] as const;
const ownFields = ['position', 'proof'] as const;
const newFields = ['zone', 'kind', 'nameZh', 'creditCode'] as const;

const some = (typed: Record<string, string>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, typed[key] ?? '']));

/** A claim of an organisation that is here. */
export function claimOf({ actor, lang }: App.Locals, organisation: number): Read {
  return (typed) => {
    const own = some(typed, ownFields) as { position: string; proof: string };
    if (!isVisitor(actor)) {
      const said = parsed(claimForms.knownSignedIn, own);
      return said.ok ? { ok: true, value: { ...said.value, lang, organisation } } : said;
    }
    const said = parsed(claimForms.known, { ...own, ...some(typed, askerFields) } as never);
    if (!said.ok) return said;
    const { name, email, ...rest } = said.value;
    return { ok: true, value: { ...rest, lang, organisation, asker: { name, email } } };
  };
}

/** A claim of one that is not here yet. */
export function claimOfNew({ actor, lang }: App.Locals): Read {
  return (typed) => {
    const own = some(typed, [...ownFields, ...newFields]);
    if (!isVisitor(actor)) {
      const said = parsed(claimForms.newSignedIn, own as never);
      if (!said.ok) return said;
      const { position, proof, ...organisation } = said.value;
      return { ok: true, value: { position, proof, lang, organisation } };
    }
    const said = parsed(claimForms.new, { ...own, ...some(typed, askerFields) } as never);
    if (!said.ok) return said;
    const { position, proof, name, email, ...organisation } = said.value;
    return { ok: true, value: { position, proof, lang, organisation, asker: { name, email } } };
  };
}
