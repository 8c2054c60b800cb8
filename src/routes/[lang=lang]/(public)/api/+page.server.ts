import { parametersOf } from '#platform/openapi.ts';
import { valuesInWords, type ValueSchema } from '#ui/api-values.ts';
import { endpoints } from '../../../api/v1/endpoints.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { lang } }) => ({
  endpoints: Object.values(endpoints).map((endpoint) => ({
    path: endpoint.path,
    says: endpoint.says[lang],
    example: endpoint.example,
    parameters: parametersOf(endpoint).map(({ name, required, schema, says }) => ({
      name,
      required,
      values: valuesInWords(schema as ValueSchema),
      says: says[lang],
    })),
  })),
});
