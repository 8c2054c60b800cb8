import { z } from 'zod';
import type { Lang, TwoText } from '#language/lang.ts';

/** One address of the API: the schema that validates its query is the one that describes it. */
export interface Endpoint<Query extends z.ZodObject = z.ZodObject> {
  /** Below the version, such as `/zones/{code}`. */
  readonly path: string;
  readonly operation: string;
  readonly says: TwoText;
  readonly query: Query;
  readonly answer: z.ZodType;
  /** What each parameter means, those in the path included. */
  readonly parameters: Readonly<Record<string, TwoText>>;
  /** A request that gives an answer, shown on the readable page. */
  readonly example: string;
}

export interface ApiInfo {
  readonly title: TwoText;
  readonly description: TwoText;
  readonly server: string;
  readonly contact?: string | undefined;
}

/** The errors every address can give, as RFC 9457 `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ parameter: z.string().optional(), detail: z.string() })).optional(),
  requestId: z.string().optional(),
});

/** An OpenAPI 3.1 document of these addresses, with its sentences in one language. */
export function openApi(info: ApiInfo, endpoints: readonly Endpoint[], lang: Lang): object {
  return {
    openapi: '3.1.0',
    info: {
      title: info.title[lang],
      description: info.description[lang],
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      ...(info.contact && { contact: { email: info.contact } }),
    },
    servers: [{ url: info.server }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint, lang) }])),
    components: { schemas: { Problem: schemaOf(problemSchema, 'output') } },
  };
}

function operationOf(endpoint: Endpoint, lang: Lang): object {
  const problem = {
    description: 'Problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    operationId: endpoint.operation,
    summary: endpoint.says[lang],
    parameters: parametersOf(endpoint).map(({ says, ...parameter }) => ({ ...parameter, description: says[lang] })),
    responses: {
      200: {
        description: endpoint.says[lang],
        headers: { ETag: { schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } },
      },
      304: { description: 'Not Modified' },
      400: problem,
      ...(endpoint.path.includes('{') && { 404: problem }),
    },
  };
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
  readonly says: TwoText;
}

/** The parameters of an address, those in its path first. */
export function parametersOf(endpoint: Endpoint): Parameter[] {
  const { properties = {}, required = [] } = schemaOf(endpoint.query, 'input');
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const described = (name: string) => endpoint.parameters[name] ?? { zh: name, en: name };
  return [
    ...inPath.map((name) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: { type: 'string' },
      says: described(name),
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'query' as const,
      required: required.includes(name),
      schema,
      says: described(name),
    })),
  ];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // OpenAPI 3.1 names the dialect once for the whole document.
  delete described.$schema;
  return described;
}
