/** A plan as it was at one version: values and names, nothing that could change afterwards. */
export interface PlanSnapshot {
  readonly plan: Readonly<Record<PlanFact, string | null>>;
  readonly goals: readonly GoalThen[];
  readonly clusters: readonly ClusterThen[];
  readonly indicators: readonly IndicatorThen[];
  readonly tasks: readonly TaskThen[];
}

export type PlanFact =
  | 'titleZh'
  | 'titleEn'
  | 'summaryZh'
  | 'summaryEn'
  | 'issuerZh'
  | 'issuerEn'
  | 'documentNumber'
  | 'issuedOn'
  | 'beginsOn'
  | 'endsOn';

interface Named {
  readonly id: number;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface GoalThen extends Named {
  readonly parentId: number | null;
  readonly number: string;
}

export interface ClusterThen extends Named {
  readonly tier: string;
  /** What it is to make, in yuan; versions from before this was kept do not say. */
  readonly targets?: readonly { readonly year: number; readonly value: number }[];
}

export interface IndicatorThen extends Named {
  readonly goalId: number | null;
  readonly clusterId: number | null;
  readonly measureZh: string;
  readonly measureEn: string;
  readonly targets: readonly { readonly on: string; readonly value: number }[];
}

export interface TaskThen extends Named {
  readonly goalId: number | null;
  readonly number: string;
  readonly beginsOn: string;
  readonly dueOn: string;
  readonly unitZh: string;
  readonly unitEn: string;
  /** Cancelled is what an adjustment can make of a task; how far it is, is no part of a plan. */
  readonly isCancelled: boolean;
}
