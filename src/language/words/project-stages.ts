/** What a project can be, in words. */
export const projectWords = {
  stages: {
    lead: { zh: '线索', en: 'Lead' },
    assessed: { zh: '研判', en: 'Assessed' },
    negotiating: { zh: '在谈', en: 'Negotiating' },
    signed: { zh: '签约', en: 'Signed' },
    approval: { zh: '审批', en: 'Approval' },
    started: { zh: '开工', en: 'Started' },
    completed: { zh: '竣工', en: 'Completed' },
    'in-production': { zh: '投产', en: 'In production' },
    'full-capacity': { zh: '达产', en: 'Full capacity' },
    fulfilled: { zh: '履约评价', en: 'Fulfilled' },
  },
  statuses: {
    active: { zh: '正常推进', en: 'Active' },
    paused: { zh: '暂停', en: 'Paused' },
    delayed: { zh: '延期', en: 'Delayed' },
    lost: { zh: '流失', en: 'Lost' },
    ended: { zh: '终止', en: 'Ended' },
  },
  lights: {
    none: { zh: '不亮灯', en: 'No light' },
    green: { zh: '绿灯', en: 'Green' },
    yellow: { zh: '黄灯', en: 'Yellow' },
    red: { zh: '红灯', en: 'Red' },
  },
} as const;
