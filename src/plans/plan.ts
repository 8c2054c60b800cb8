export const planStates = ['draft', 'in-force', 'closed'] as const;
export type PlanState = (typeof planStates)[number];
