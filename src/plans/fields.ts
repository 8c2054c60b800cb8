import type { FieldShown } from '#ui/field.ts';
import { planWords as words } from '#language/words/plans.ts';
import type { Choice } from '#lists/list.ts';
import type { TypedPlan } from './plan.ts';
import type { plans } from './tables.server.ts';

const zh = { lang: 'zh-Hans' } as const;
const en = { lang: 'en' } as const;

function field(key: string, more: Omit<FieldShown, 'key' | 'title'>): FieldShown {
  return { key, title: words.field[key] ?? words.aField, ...more };
}

/** The form of a plan; its document comes as a file, in a form of its own. */
export function planFields(articles: readonly Choice[]): FieldShown[] {
  const none: Choice = { value: '', label: words.none };
  return [
    field('titleZh', { input: 'text', longest: 256, isRequired: true, ...zh }),
    field('titleEn', { input: 'text', longest: 400, ...en }),
    field('issuerZh', { input: 'text', longest: 120, ...zh }),
    field('issuerEn', { input: 'text', longest: 240, ...en }),
    field('documentNumber', { input: 'text', longest: 60, hint: words.hints.documentNumber }),
    field('issuedOn', { input: 'date' }),
    field('beginsOn', { input: 'date', isRequired: true }),
    field('endsOn', { input: 'date', isRequired: true }),
    field('articleId', { input: 'choice', choices: [none, ...articles], hint: words.hints.articleId }),
    field('summaryZh', { input: 'area', longest: 2000, ...zh }),
    field('summaryEn', { input: 'area', longest: 4000, ...en }),
  ];
}

/** A plan as its form has it. */
export function typedPlan(plan: typeof plans.$inferSelect): TypedPlan {
  const { titleZh, titleEn, summaryZh, summaryEn, issuerZh, issuerEn, documentNumber, beginsOn, endsOn } = plan;
  return {
    ...{ titleZh, titleEn, summaryZh, summaryEn, issuerZh, issuerEn, documentNumber, beginsOn, endsOn },
    issuedOn: plan.issuedOn ?? '',
    document: plan.document ?? '',
    articleId: plan.articleId === null ? '' : String(plan.articleId),
  };
}
