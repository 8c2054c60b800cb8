export const taskStates = ['planned', 'under-way', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

/** Blue is near its limit, yellow behind, red overdue; none is not begun or ended. */
export const taskLights = ['none', 'green', 'blue', 'yellow', 'red'] as const;
export type TaskLight = (typeof taskLights)[number];

export const reportRhythms = ['week', 'month', 'quarter', 'none'] as const;
export type ReportRhythm = (typeof reportRhythms)[number];

export const reportVias = ['desk', 'letter', 'import'] as const;
export type ReportVia = (typeof reportVias)[number];
