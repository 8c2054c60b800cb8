import type { Found } from '#extraction/plan-found.ts';

/** What was found, in a line each. */
export function told({ values }: Found): string {
  if (values.kind === 'goal') return `目标 ${values.title}`;
  if (values.kind === 'cluster') return `集群 ${values.name} ${values.tier}`;
  if (values.kind === 'indicator') {
    const { name, value, measure, on, direction } = values;
    return `指标 ${name} ${value}${measure}${on && ` ${on}`}${direction === 'down' ? ' 越低越好' : ''}`;
  }
  const units = [values.lead, ...values.co].filter((name) => name !== '').join('、');
  return `任务 ${values.title}${values.dueOn && ` ${values.dueOn}`}${units && ` ${units}`}`;
}
