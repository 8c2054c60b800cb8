import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, ShownPasskey } from '#accounts/passkey.ts';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const text = (data: Buffer) => data.toString('base64url');

export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Shown without fingerprint or code. */
  readonly isUnverified?: boolean;
  readonly userHandle?: string;
  readonly badSignature?: boolean;
}

/** A security key in software, as honest as the test wishes: it speaks what browsers speak. */
export class Authenticator {
  count = 0;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(32);
  readonly #origin: string;
  #userHandle = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  make(options: { challenge: string; user: { id: string } }, lies: Lies = {}): NewPasskey['response'] {
    this.#userHandle = options.user.id;
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const length = Buffer.from([0, this.#id.length]);
    const known = Buffer.concat([Buffer.alloc(16), length, this.#id, coseKey(x, y)]);
    const data = Buffer.concat([this.#data(lies, 0x40), known]);
    return {
      ...{ id: text(this.#id), rawId: text(this.#id), type: 'public-key' },
      response: {
        clientDataJSON: this.#client('webauthn.create', options.challenge, lies),
        attestationObject: text(attestation(data)),
        transports: ['internal'],
      },
    };
  }

  show(options: { challenge: string }, lies: Lies = {}): ShownPasskey['response'] {
    this.count += 1;
    const data = this.#data(lies, 0);
    const client = this.#client('webauthn.get', options.challenge, lies);
    const signed = Buffer.concat([data, sha256(Buffer.from(client, 'base64url'))]);
    const signature = sign('sha256', lies.badSignature ? randomBytes(8) : signed, this.#keys.privateKey);
    return {
      ...{ id: text(this.#id), rawId: text(this.#id), type: 'public-key' },
      response: {
        clientDataJSON: client,
        authenticatorData: text(data),
        signature: text(signature),
        userHandle: lies.userHandle ?? this.#userHandle,
      },
    };
  }

  #data({ rpId, isUnverified }: Lies, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.count);
    const flags = Buffer.from([0x01 | (isUnverified ? 0 : 0x04) | more]);
    return Buffer.concat([sha256(rpId ?? new URL(this.#origin).hostname), flags, count]);
  }

  #client(type: string, challenge: string, lies: Lies): string {
    const said = { type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? this.#origin };
    return text(Buffer.from(JSON.stringify(said)));
  }
}

/** The key in CBOR: {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}. */
function coseKey(x: string, y: string): Buffer {
  const [head, between] = [Buffer.from('a5010203262001215820', 'hex'), Buffer.from('225820', 'hex')];
  return Buffer.concat([head, Buffer.from(x, 'base64url'), between, Buffer.from(y, 'base64url')]);
}

/** {fmt: "none", attStmt: {}, authData: …} in CBOR. */
function attestation(data: Buffer): Buffer {
  const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex');
  return Buffer.concat([head, Buffer.from([data.length]), data]);
}
