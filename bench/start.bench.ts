import { percentile, type Bench } from './report.ts';
import { load, memoryOf, startSite, withDataFolder } from './site.ts';

const starts = 5;

/** How long an operator waits when everything is built and migrated, and what the web process weighs. */
export const bench: Bench = () =>
  withDataFolder(async (folder) => {
    const fresh = await startSite(folder);
    await fresh.stop();
    const waits: number[] = [];
    let memory = 0;
    for (let count = 0; count < starts; count++) {
      const site = await startSite(folder);
      waits.push(site.firstPageMs);
      if (count === starts - 1) {
        await load({
          port: site.port,
          paths: ['/zh', '/en', '/zh/news', '/zh/zones'],
          connections: 16,
          milliseconds: 3_000,
        });
        memory = await memoryOf(site.pid);
      }
      await site.stop();
    }
    const median = percentile(waits, 0.5);
    return {
      dataset: `reference data and sample, ${starts} starts`,
      figures: [
        { name: 'first page after a start', value: median, unit: 'ms', target: '< 3,000', reached: median < 3_000 },
        { name: 'slowest', value: Math.max(...waits), unit: 'ms' },
        {
          name: 'memory of the web process after load',
          value: memory,
          unit: 'MB',
          target: '< 300',
          reached: memory < 300,
        },
      ],
      reference: {
        what: 'the very first start: new database, reference data, sample',
        figures: [{ name: 'first page', value: fresh.firstPageMs, unit: 'ms' }],
      },
    };
  });
