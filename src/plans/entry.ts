import { langs, type TwoText } from '#language/lang.ts';
import { inBoth } from '#events/event.ts';
import type { Entry } from '#search/entry.ts';
import { planPath } from './plan.ts';

interface Placed {
  readonly id: number;
  readonly zoneCode: string;
  readonly province: string;
  readonly city: string | null;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly issuerZh: string;
  readonly issuerEn: string;
  readonly documentNumber: string;
  readonly beginsOn: string;
  readonly sample: boolean;
}

/** What search knows of a plan: its title and number, what it is about, who issued it, what it wants. */
export function planEntries(plan: Placed, goals: readonly TwoText[]): Entry[] {
  const title = inBoth(plan.titleZh, plan.titleEn);
  const summary = inBoth(plan.summaryZh, plan.summaryEn);
  const issuer = inBoth(plan.issuerZh, plan.issuerEn);
  return langs.map((lang) => ({
    kind: 'plan',
    id: String(plan.id),
    lang,
    path: planPath(plan.id),
    title: title[lang],
    names: [...langs.map((one) => title[one]).filter((name) => name !== title[lang]), plan.documentNumber].filter(
      (name) => name !== '',
    ),
    body: [summary[lang], issuer[lang], ...goals.map(({ zh, en }) => inBoth(zh, en)[lang])]
      .filter((part) => part !== '')
      .join('\n'),
    zone: plan.zoneCode,
    province: plan.province,
    city: plan.city ?? undefined,
    date: new Date(`${plan.beginsOn}T00:00:00+08:00`),
    sample: plan.sample,
  }));
}
