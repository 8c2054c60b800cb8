import { z } from 'zod';
import { adjustmentSaid } from '#plans/adjustment.ts';
import { isClean } from '#profiles/field.ts';
import { chains } from './cluster.ts';

const id = z.number().int().positive();
const text = (most: number) =>
  z
    .string()
    .transform((said) => said.normalize('NFC').trim())
    .pipe(z.string().max(most).refine(isClean));
const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]);
const year = z.number().int().min(1949).max(2100);
const yuan = z.number().min(0).max(9e14);

export const memberInput = z.strictObject({
  cluster: id,
  organisation: id,
  chain: z.enum(chains),
  isLead: z.boolean(),
});
export type MemberInput = z.input<typeof memberInput>;

/** What an organisation made in a year; without a value the figure is taken away. */
export const figureInput = z.strictObject({
  cluster: id,
  organisation: id,
  year,
  value: yuan.nullable(),
  source: text(400),
  sourceUrl: address.default(''),
});
export type FigureInput = z.input<typeof figureInput>;

/** What a cluster is to reach in a year, and what is said that it made. */
export const yearInput = z.strictObject({
  cluster: id,
  year,
  target: yuan.nullable(),
  stated: yuan.nullable(),
  sourceZh: text(400),
  sourceEn: text(400).default(''),
  sourceUrl: address.default(''),
  adjustment: adjustmentSaid,
});
export type YearInput = z.input<typeof yearInput>;
