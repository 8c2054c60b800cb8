-- Two zones may hold the same page of a third party, each its own article: what one keeps as a draft, the other can neither
-- see nor be told of. Within a zone, and among what belongs to none yet, a page is still one article.
alter table article drop constraint article_source_address_key;
create unique index article_source_once on article (source_address, zone_code) nulls not distinct
  where source_address is not null;
