import { z } from 'zod';

/** Raised when an older program could not read what this one writes. Since 2, where the history stood is noted. */
export const formatVersion = 2;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const table = z.strictObject({
  name,
  columns: z.array(name).min(1),
  rows: z.int().min(0),
  sha256,
});

const sequence = z.strictObject({ name, value: z.string().regex(/^\d{1,19}$/), called: z.boolean() });

/** A file of the data folder; its path has no way out of it. */
const file = z.strictObject({
  path: z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\0\\]+$/),
  bytes: z.int().min(0),
  sha256,
});

/** What a backup says of itself, as its last entry: without it the backup is not whole. */
export const manifestSchema = z.strictObject({
  product: z.literal('yuanlian'),
  format: z.literal([1, formatVersion]),
  madeAt: z.iso.datetime(),
  /** Migrations of the schema the tables belong to, with their checksums. */
  migrations: z.array(z.strictObject({ number: z.int(), checksum: sha256 })).min(1),
  /** In an order in which each table refers only to those before it and to itself. */
  tables: z.array(table),
  sequences: z.array(sequence),
  files: z.array(file),
  /** The newest row of the history's chain: a history that does not know it any more was cut off at its end. */
  history: z.strictObject({ position: z.int().min(1), hash: sha256 }).exactOptional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableRecord = Manifest['tables'][number];
export type FileRecord = Manifest['files'][number];
