import { z } from 'zod';
import { isDay } from '#language/dates.ts';

/** What kind of contract an agreement is; as the statistics of technology contracts have them, and two more. */
export const contractKinds = [
  'development',
  'transfer',
  'licence',
  'consulting',
  'service',
  'purchase',
  'investment',
  'framework',
] as const;
export type ContractKind = (typeof contractKinds)[number];

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Above what a column of the ledger holds nobody signs: a slip of the pen. */
const most = 1e12;

export const agreementInput = z.strictObject({
  id,
  contractKind: z.enum(contractKinds),
  /** Yuan, to the hundredth. */
  amount: z
    .number()
    .min(0)
    .max(most)
    .transform((yuan) => Math.round(yuan * 100) / 100),
  agreedOn: z.string().refine(isDay),
  document: z.uuid().nullable().default(null),
  note: z.string().trim().max(2000).default(''),
  /** Whether the side that records it lets both be named in public. */
  isNamed: z.boolean().default(false),
});
export type AgreementInput = z.input<typeof agreementInput>;
