import { z } from 'zod';
import { nameSchema } from './account.ts';

/** More would be a mistake: every one of them opens the account. */
export const mostPasskeys = 20;

export const passkeyNameSchema = nameSchema.pipe(z.string().max(60));

const binary = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/);
const credential = { id: binary(1_400), rawId: binary(1_400), type: z.literal('public-key') };

/** What a browser says of a passkey it has just made. */
export const newPasskeySchema = z.strictObject({
  name: passkeyNameSchema,
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: binary(4_000),
      attestationObject: binary(20_000),
      transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).max(7),
    }),
  }),
});

/** What it says when it shows one. */
export const shownPasskeySchema = z.strictObject({
  response: z.strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: binary(4_000),
      authenticatorData: binary(4_000),
      signature: binary(4_000),
      userHandle: binary(200).nullable(),
    }),
  }),
});

export type NewPasskey = z.infer<typeof newPasskeySchema>;
export type ShownPasskey = z.infer<typeof shownPasskeySchema>;
