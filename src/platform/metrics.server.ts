import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { RequestCounts } from './request-counts.ts';

export interface Metrics {
  readonly requests: RequestCounts;
  text(): Promise<string>;
  readonly contentType: string;
}

interface Measured {
  readonly cachePages: () => number;
  readonly cacheBytes: () => number;
  readonly databaseIsReady: () => boolean;
}

/** Counts for Prometheus. Labels are few and fixed: nothing a stranger sends becomes one. */
export function makeMetrics({ cachePages, cacheBytes, databaseIsReady }: Measured): Metrics {
  const register = new Registry();
  const requests = new RequestCounts();
  collectDefaultMetrics({ register });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(read());
      },
    });
  gauge('yuanlian_page_cache_pages', 'Rendered pages kept.', cachePages);
  gauge('yuanlian_page_cache_bytes', 'Bytes of rendered pages kept.', cacheBytes);
  gauge('yuanlian_database_ready', '1 while the database answers and changes are heard.', () =>
    Number(databaseIsReady()),
  );
  return {
    requests,
    text: async () => `${await register.metrics()}\n${requests.text()}`,
    contentType: register.contentType,
  };
}
