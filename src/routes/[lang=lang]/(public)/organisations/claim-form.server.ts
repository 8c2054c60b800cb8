import { fail, type RequestEvent } from '@sveltejs/kit';
import { isVisitor, theSystem } from '#accounts/actor.ts';
import type { Arrived } from '#files/prepare.server.ts';
import { withReceived, type Received } from '#files/receive.server.ts';
import { addFileBehindRecord, dropFileBehindRecord } from '#files/write.server.ts';
import { claimWords as words } from '#language/words/claims.ts';
import { claimForms, type Claim } from '#organisations/claim.ts';
import { parsed } from '#organisations/parse.ts';
import { claimOrganisation, isAskingTooOften, zoneOfClaim } from '#organisations/write-claim.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

type Read = (typed: Record<string, string>) => Outcome<Claim>;

type Sending = Pick<RequestEvent, 'request' | 'locals' | 'getClientAddress'>;

/** Sends a claim off, with what shows it; what was typed comes back with what is wrong of it. */
export async function sendClaim(event: Sending, read: Read) {
  const answer = await withReceived(event.request, (received) => take(event, read, received));
  if (!('says' in answer)) return answer;
  return fail(answer.status, { typed: answer.typed, problems: [{ field: 'file', says: answer.says }] });
}

async function take({ locals, getClientAddress }: Sending, read: Read, { fields, files }: Received) {
  const { actor, gate, now } = locals;
  const typed = Object.fromEntries([...fields].map(([key, value]) => [key, value.slice(0, 2_000)]));
  const claim = read(typed);
  if (!claim.ok) return fail(400, { typed, problems: claim.problems });
  const email = claim.value.asker?.email ?? actor.id;
  if (await isAskingTooOften(gate.database.db, { email, address: getClientAddress(), now: now() })) {
    return fail(429, { typed, problems: [{ says: words.tooMany }] });
  }
  const outcome = await kept(locals, claim.value, files);
  return outcome.ok ? { sent: true } : fail(422, { typed, problems: outcome.problems });
}

/** The file first, so that one that cannot be taken is told beside its field; it goes again where the claim is not kept. */
async function kept(locals: App.Locals, claim: Claim, arrived: readonly Arrived[]): Promise<Outcome<true>> {
  const { actor, database } = locals;
  const proof = await keptProof(locals, claim, arrived);
  if (!proof.ok) return proof;
  const proofFile = proof.value;
  const outcome = await database.allOrNothing(theSystem, (tx) => claimOrganisation(tx, actor, { ...claim, proofFile }));
  if (!outcome.ok && proofFile) await database.inTransaction(theSystem, (tx) => dropFileBehindRecord(tx, proofFile));
  return outcome;
}

async function keptProof(locals: App.Locals, claim: Claim, [arrived, more]: readonly Arrived[]) {
  if (more) return refused({ field: 'file', says: words.oneFile });
  if (!arrived) return done(undefined);
  const zone = await locals.database.inTransaction(theSystem, (tx) => zoneOfClaim(tx, claim));
  if (!zone.ok) return zone;
  const file = await addFileBehindRecord(locals, locals.actor, { zone: zone.value, arrived });
  return file.ok ? done(file.value.id) : file;
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
      const said = parsed(claimForms.knownSignedIn, own, words.wrong);
      return said.ok ? { ok: true, value: { ...said.value, lang, organisation } } : said;
    }
    const said = parsed(claimForms.known, { ...own, ...some(typed, askerFields) } as never, words.wrong);
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
      const said = parsed(claimForms.newSignedIn, own as never, words.wrong);
      if (!said.ok) return said;
      const { position, proof, ...organisation } = said.value;
      return { ok: true, value: { position, proof, lang, organisation } };
    }
    const said = parsed(claimForms.new, { ...own, ...some(typed, askerFields) } as never, words.wrong);
    if (!said.ok) return said;
    const { position, proof, name, email, ...organisation } = said.value;
    return { ok: true, value: { position, proof, lang, organisation, asker: { name, email } } };
  };
}
