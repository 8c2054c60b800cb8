-- A column that is no longer used keeps its articles and its address, and is offered for nothing new.
alter table news_column add column retired boolean not null default false;
-- The types of the annex on page design of 国办发〔2017〕47号.
alter table news_column add constraint news_column_type check (column_type in ('首页', '概况信息', '机构职能', '负责人信息',
  '工作动态', '政策文件', '信息公开指南', '信息公开目录', '信息公开年报', '依法申请公开', '数据发布', '数据开放', '政策解读',
  '回应关切', '办事服务', '咨询投诉', '征集调查', '在线访谈'));
