-- The desk's list sorted by day of publication: what has none stands before all others.
create index article_by_publication on article ((coalesce(published_at, '-infinity'::timestamptz)), id);
create index article_by_zone_and_publication on article (zone_code, (coalesce(published_at, '-infinity'::timestamptz)), id);
