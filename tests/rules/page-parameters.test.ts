import { expect, test } from 'vitest';
import { pageKey } from '#platform/page-key.ts';
import { endpoints } from '#routes/api/v1/endpoints.ts';

test('every parameter the API knows may be part of a page that is kept', () => {
  const names = Object.values(endpoints).flatMap((endpoint) => Object.keys(endpoint.query.shape));
  expect(names.filter((name) => pageKey(`/x?${name}=1`) === undefined)).toEqual([]);
});
