import type { Base64URLString, WebAuthnCredential } from '@simplewebauthn/server';
import { log } from '#platform/log.server.ts';
import type { Gate } from './gate.server.ts';
import type { NewPasskey, ShownPasskey } from './passkey.ts';

/** Loaded when the first passkey is used: it brings a library of certificates along. */
const library = () => import('@simplewebauthn/server');

/** For whom a passkey counts: the site the operator set, whatever a request says of its host. */
function relyingParty(origin: string) {
  return { expectedOrigin: origin, expectedRPID: new URL(origin).hostname, requireUserVerification: true } as const;
}

/** EdDSA, ES256, RS256, as COSE numbers them: what devices have. */
const supportedAlgorithmIDs = [-8, -7, -257];

export interface KnownPasskey {
  readonly credentialId: Base64URLString;
  readonly transports: string[];
}

const named = (keys: readonly KnownPasskey[]) =>
  keys.map(({ credentialId, transports }) => ({ id: credentialId, transports: transports as never }));

/** By which an authenticator tells accounts apart; it says nothing about the person. */
export function userHandleOf(accountId: number): Buffer<ArrayBuffer> {
  return Buffer.from(`account:${accountId}`);
}

export async function questionToAdd(
  { origin }: Pick<Gate, 'origin'>,
  person: { accountId: number; email: string; name: string; site: string; has: readonly KnownPasskey[] },
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: person.site,
    rpID: new URL(origin).hostname,
    userID: userHandleOf(person.accountId),
    userName: person.email,
    userDisplayName: person.name,
    excludeCredentials: named(person.has),
    supportedAlgorithmIDs,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: 5 * 60_000,
  });
}

export async function questionToShow({ origin }: Pick<Gate, 'origin'>, keys: readonly KnownPasskey[]) {
  const { generateAuthenticationOptions } = await library();
  const rpID = new URL(origin).hostname;
  return generateAuthenticationOptions({
    rpID,
    allowCredentials: named(keys),
    userVerification: 'required',
    timeout: 5 * 60_000,
  });
}

/** The new credential; undefined when anything about the answer is not as asked. */
export async function acceptedNew(
  { origin }: Pick<Gate, 'origin'>,
  expectedChallenge: string,
  response: NewPasskey['response'],
): Promise<WebAuthnCredential | undefined> {
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    ...relyingParty(origin),
    expectedChallenge,
    supportedAlgorithmIDs,
    response: { ...response, clientExtensionResults: {} },
  }).catch(notAccepted);
  return verified?.registrationInfo?.credential;
}

export interface KeptCredential {
  readonly credentialId: Base64URLString;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** The new count of uses; undefined when the passkey was not shown as asked, or its count went backwards. */
export async function acceptedCount(
  { origin }: Pick<Gate, 'origin'>,
  { challenge, kept }: { challenge: string; kept: KeptCredential },
  { response, ...shown }: ShownPasskey['response'],
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const { userHandle, ...signed } = response;
  const verified = await verifyAuthenticationResponse({
    ...relyingParty(origin),
    expectedChallenge: challenge,
    credential: { id: kept.credentialId, publicKey: new Uint8Array(kept.publicKey), counter: kept.counter },
    response: { ...shown, clientExtensionResults: {}, response: { ...signed, ...(userHandle && { userHandle }) } },
  }).catch(notAccepted);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

/** The library refuses by throwing; its reason is for the operator, not for whoever tries. */
function notAccepted(error: unknown): undefined {
  log.info({ reason: error instanceof Error ? error.message : String(error) }, 'a passkey was not accepted');
  return undefined;
}
