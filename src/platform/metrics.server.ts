import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  /** Notes one answered request; `from` says whether the page was kept, a file, or rendered. */
  answered(status: number, from: string, milliseconds: number): void;
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
  const count = new Counter({
    name: 'yuanlian_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['status', 'from'],
    registers: [register],
  });
  const duration = new Histogram({
    name: 'yuanlian_http_request_duration_seconds',
    help: 'Time from request to the end of the answer.',
    labelNames: ['from'],
    buckets: [0.001, 0.005, 0.02, 0.06, 0.2, 0.5, 1, 5],
    registers: [register],
  });
  return {
    answered(status, from, milliseconds) {
      count.inc({ status: `${Math.floor(status / 100)}xx`, from });
      duration.observe({ from }, milliseconds / 1_000);
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
