import { expect, test } from 'vitest';
import { z } from 'zod';
import { openApi, parametersOf, type Endpoint } from './openapi.ts';

const endpoint: Endpoint = {
  path: '/zones/{code}',
  operation: 'getZone',
  says: { zh: '一个开发区', en: 'One zone' },
  query: z.object({
    lang: z.enum(['zh', 'en']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  answer: z.object({ code: z.string() }),
  parameters: { code: { zh: '国家代码', en: 'National code' } },
  example: '/zones/32101026',
};
const info = {
  title: { zh: '园联', en: 'Yuanlian' },
  description: { zh: '数据', en: 'Data' },
  server: 'https://zone.example/api/v1',
};

test('what validates a request also describes it', () => {
  expect(parametersOf(endpoint)).toMatchObject([
    { name: 'code', in: 'path', required: true },
    { name: 'lang', in: 'query', required: false, schema: { enum: ['zh', 'en'] } },
    { name: 'limit', in: 'query', required: false, schema: { minimum: 1, maximum: 100, default: 50 } },
  ]);
});

test('the document speaks the language it is asked for', () => {
  const document = openApi(info, [endpoint], 'zh') as { info: { title: string }; paths: Record<string, unknown> };
  expect(document.info.title).toBe('园联');
  expect(document.paths['/zones/{code}']).toMatchObject({ get: { operationId: 'getZone', summary: '一个开发区' } });
});
