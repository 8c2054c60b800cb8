import { z } from 'zod';
import { cleanText } from '#events/said.ts';
import { isDay } from '#language/dates.ts';
import { projectOrigins } from './project.ts';

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const day = z.string().refine(isDay);
/** Above what the ledgers add up exactly nobody invests: a slip of the pen. */
export const mostMoney = 1e13;
export const money = z
  .number()
  .min(0)
  .lt(mostMoney)
  .transform((yuan) => Math.round(yuan * 100) / 100);

/** What is said of a project, as a form, a file or a program says it. */
export const projectInput = z.strictObject({
  nameZh: cleanText(256, 1),
  nameEn: cleanText(400),
  summaryZh: cleanText(4000),
  summaryEn: cleanText(8000),
  investorId: id.nullable(),
  investorName: cleanText(240),
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Codes of GB/T 4754: two to four digits, with the letter of their section in front or without. */
  industries: z.array(z.string().regex(/^[A-T]?\d{2,4}$/)).max(8),
  blockId: id.nullable(),
  site: cleanText(200),
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  leadUnitId: id.nullable(),
  managerAccountId: id.nullable(),
  managerName: cleanText(80),
  agentName: cleanText(120),
  plannedInvestment: money.nullable(),
  plannedFixedAssets: money.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  startsBy: day.nullable(),
  completedBy: day.nullable(),
  producesBy: day.nullable(),
  nextStep: cleanText(500),
  nextStepOn: day.nullable(),
  isPublic: z.boolean(),
});
export type ProjectFields = z.output<typeof projectInput>;

/** What is known of a new one besides its name may come later. */
export const newProject = projectInput.partial().extend({
  zone: z.string().regex(/^\d{8}$/),
  nameZh: projectInput.shape.nameZh,
  /** The day the lead came; today where nothing is said. */
  since: day.optional(),
  origin: z.enum(projectOrigins).default('hand'),
  originNote: cleanText(400).default(''),
  connectionId: id.nullable().default(null),
  eventId: id.nullable().default(null),
  /** The project it extends. */
  parentId: id.nullable().default(null),
  /** Why it is none of those that look like it. */
  apartReason: cleanText(1000).default(''),
  sample: z.boolean().default(false),
});
export type NewProject = z.input<typeof newProject>;

/** What is not mentioned stays; with a `revision`, only if nobody changed it since. */
export const projectChange = projectInput.partial().extend({ id, revision: id.optional() });
export type ProjectChange = z.input<typeof projectChange>;

/** Only what was said: what is not mentioned stays as it is. */
export function mentioned<T extends object>(said: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
