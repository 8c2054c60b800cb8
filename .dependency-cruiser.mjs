/** From ground to roof: a folder uses only folders above it in this list, so a cycle cannot be written. */
export const order = [
  'language',
  'platform',
  'text',
  'calendar',
  'documents',
  'ui',
  'matching',
  'extraction',
  'history',
  'accounts',
  'settings',
  'notifications',
  'lists',
  'audit',
  'files',
  'search',
  'publishing',
  'places',
  'industries',
  'zones',
  'profiles',
  'news',
  'organisations',
  'templates',
  'listings',
  'policies',
  'connections',
  'events',
  'sites',
  'instructions',
  'projects',
  'inquiries',
  'plans',
  'clusters',
  'indicators',
  'tasks',
  'slips',
  'pipeline',
  'delivery',
  'importers',
  'sources',
  'health',
  'operations',
  'routes',
];

const pure = ['language', 'text', 'calendar', 'matching', 'extraction'];

const upward = order.map((folder, place) => ({
  name: `${folder}-uses-only-what-is-below-it`,
  severity: /** @type {const} */ ('error'),
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(place + 1).join('|') || 'nothing'})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upward,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-folders-touch-no-server',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.(server|test)\\.ts$' },
      to: { path: '(^src/platform/.*\\.server\\.ts$|^node:(fs|net|http|child_process))' },
    },
    {
      name: 'routes-hold-no-sql',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '(node_modules/(drizzle-orm|pg)/|/tables\\.server\\.ts$)' },
    },
    {
      name: 'only-its-noun-writes-a-table',
      severity: 'error',
      from: { path: '^src/([^/]+)/.*write.*\\.server\\.ts$' },
      to: { path: '^src/([^/]+)/tables\\.server\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'nothing-of-the-product-needs-a-test',
      severity: 'error',
      from: { path: '^(src|cli)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^tests/|\\.test\\.ts$)' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^build/|^\\.svelte-kit/|\\$types)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types', 'svelte'],
    },
  },
};
