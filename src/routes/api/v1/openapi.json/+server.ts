import { z } from 'zod';
import { langs } from '#language/lang.ts';
import { apiWords as words } from '#language/words/api.ts';
import { openApi } from '#platform/openapi.ts';
import { reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

const self = {
  path: '/openapi.json',
  operation: 'describe',
  says: words.description,
  query: z.object({ lang: z.enum(langs).default('en') }),
  answer: z.looseObject({ openapi: z.string() }),
  parameters: words.parameter,
  example: '/openapi.json',
};

export const { GET, OPTIONS, fallback } = reading(self, ({ locals: { site, config } }, { lang }) => {
  const info = { title: site.name, description: words.lead, server: `${config.origin}/api/v1`, contact: site.email };
  return Promise.resolve(openApi(info, Object.values(endpoints), lang));
});
