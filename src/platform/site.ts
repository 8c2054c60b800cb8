import { z } from 'zod';
import { platformWords as words } from '#language/words/platform.ts';

/** PostgreSQL keeps neither NUL nor half a character. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed());
const twoText = z.strictObject({ zh: text(500), en: text(500) });
const named = twoText.refine(({ zh, en }) => (zh + en).trim() !== '');
const empty = { zh: '', en: '' };

/**
 * What the operator says about the site: names, footer, contact, identifiers of a Chinese government site. Kept in the
 * database; at the first start it comes from `site.json` in the data folder, where every field may be left out.
 */
export const siteSchema = z.strictObject({
  name: named.default(words.siteName),
  slogan: twoText.default(words.siteSlogan),
  description: twoText.default(empty),
  /** Government mode switches on what the conventions ask of a government website. */
  government: z.boolean().default(false),
  /** 网站标识码: ten digits, or `bm` and eight digits for a ministry. */
  siteCode: z
    .string()
    .regex(/^(\d{10}|bm\d{8})$/)
    .optional(),
  host: twoText.default(empty),
  operator: twoText.default(empty),
  address: twoText.default(empty),
  phone: text(100).default(''),
  fax: text(100).default(''),
  email: z.union([z.email(), z.literal('')]).default(''),
  /** ICP 备案号, as printed. */
  icp: text(100).default(''),
  /** 公安网安备号, as printed; its digits go into the link. */
  policeRecord: text(100).default(''),
  copyright: twoText.default(empty),
  ipv6: z.boolean().default(false),
  /** Contact for reports of security problems (`/.well-known/security.txt`). */
  securityContact: z.union([z.url({ protocol: /^(https?|mailto|tel)$/ }), z.email(), z.literal('')]).default(''),
});

export type Site = z.infer<typeof siteSchema>;
