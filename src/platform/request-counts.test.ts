import { expect, test } from 'vitest';
import { RequestCounts } from './request-counts.ts';

test('requests are counted by who answered, how it went and how long it took', () => {
  const counts = new RequestCounts();
  counts.add('cache', 200, 0.4);
  counts.add('cache', 206, 4);
  counts.add('app', 500, 9_000);
  const lines = counts.text().split('\n');
  expect(lines).toContain('yuanlian_http_request_duration_seconds_bucket{from="cache",status="2xx",le="0.001"} 1');
  expect(lines).toContain('yuanlian_http_request_duration_seconds_bucket{from="cache",status="2xx",le="0.005"} 2');
  expect(lines).toContain('yuanlian_http_request_duration_seconds_bucket{from="app",status="5xx",le="5"} 0');
  expect(lines).toContain('yuanlian_http_request_duration_seconds_bucket{from="app",status="5xx",le="+Inf"} 1');
  expect(lines).toContain('yuanlian_http_request_duration_seconds_sum{from="app",status="5xx"} 9');
});
