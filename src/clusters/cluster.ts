import { z } from 'zod';
import { holds, type Actor } from '#accounts/actor.ts';
import { adjustmentSaid } from '#plans/adjustment.ts';
import { isClean } from '#profiles/field.ts';

/** How large a cluster is to grow: 千亿级, 五百亿级, or as its targets say. */
export const tiers = ['thousand-yi', 'five-hundred-yi', 'other'] as const;
export type Tier = (typeof tiers)[number];

/** Where in the chain a member stands. */
export const chains = ['upstream', 'midstream', 'downstream', 'service'] as const;
export type Chain = (typeof chains)[number];

const tidy = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const text = (most: number) => tidy.pipe(z.string().max(most).refine(isClean));
const zone = z.string().regex(/^\d{8}$/);
const id = z.number().int().positive();

export const clusterInput = z.strictObject({
  planId: id.nullable(),
  tier: z.enum(tiers),
  position: z.number().int().min(0).max(9999),
  nameZh: text(120).pipe(z.string().min(1)),
  nameEn: text(240),
  summaryZh: text(2000),
  summaryEn: text(4000),
  /** Codes of GB/T 4754: two to four digits, with the letter of their section in front or without. */
  industries: z.array(z.string().regex(/^[A-T]?\d{2,4}$/)).max(30),
  zones: z.array(zone).max(50),
  isPublic: z.boolean(),
});
export type Cluster = z.output<typeof clusterInput>;

export const newCluster = clusterInput.partial().extend({
  zone,
  tier: clusterInput.shape.tier,
  nameZh: clusterInput.shape.nameZh,
  sample: z.boolean().optional(),
  adjustment: adjustmentSaid,
});
export type NewCluster = z.input<typeof newCluster>;

/** What is not mentioned stays; with a `revision`, only if nobody changed it since. */
export const clusterChange = clusterInput.partial().extend({ id, revision: id.optional(), adjustment: adjustmentSaid });
export type ClusterChange = z.input<typeof clusterChange>;

/** What a plan promises of its clusters: which there are, what they are called and how large they are to grow. */
const promised: readonly (keyof Cluster)[] = ['planId', 'tier', 'nameZh', 'nameEn'];

/** Whether a plan says something else once these fields are others. */
export function changesPlan(changed: readonly string[]): boolean {
  return promised.some((field) => changed.includes(field));
}

/** The pages that show a cluster: those of its plan, and those of organisations that may be its members. */
export function clusterTags(id: number, of: string): string[] {
  return [`cluster:${id}`, `measures:${of}`, 'cluster-list'];
}

/** Who says what a cluster is, who belongs to it and what it is to reach. */
export function canKeepClusters(actor: Actor, of: string): boolean {
  return holds(actor, ['publisher', 'leader'], of);
}

/** Who reads a zone's clusters with the figures of their members: all its people. */
export function canSeeClusters(actor: Actor, of: string): boolean {
  return holds(actor, ['publisher', 'leader', 'officer', 'broker', 'editor'], of);
}
